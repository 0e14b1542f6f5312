import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { ConnectionDot } from './ConnectionDot'
import { PersonMenu } from './PersonMenu'
import styles from './TopBar.module.css'

interface Props {
  onSearch: () => void
  /** Stands between the connection and the person; it may come a moment later. */
  bell: ReactNode
}

export function TopBar({ onSearch, bell }: Props) {
  const { t } = useTranslation()
  return (
    <header className={styles.bar} data-noprint data-portal>
      <Link to="/" className={styles.brand} aria-label={t('brandHome')}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span>ServiceDesk</span>
      </Link>
      <Button
        variant="default"
        size="compact-sm"
        className={styles.search}
        leftSection={<Search size={15} aria-hidden />}
        onClick={onSearch}
      >
        <span className={styles.searchText}>{t('palette.open')}</span>
        <KeyHint keys="mod+k" />
      </Button>
      <div className={styles.end}>
        <ConnectionDot />
        <div className={styles.slot}>{bell}</div>
        <PersonMenu />
      </div>
    </header>
  )
}
