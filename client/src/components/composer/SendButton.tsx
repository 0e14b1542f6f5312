import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { Menu, type MenuEntry } from '~/components/Menu'
import styles from './Composer.module.css'
import type { After } from './use-send'

interface Props {
  /** To whom, or what comes next. */
  nameOf: (after: After) => string
  usual: After
  offered: readonly After[]
  busy: boolean
  disabled: boolean
  onSend: (after: After) => void
}

/** Sends, and does what comes next: the way it was done last on the button, the others in its menu. */
export function SendButton({ nameOf, usual, offered, busy, disabled, onSend }: Props) {
  const { t } = useTranslation()
  const entries: MenuEntry[] = offered
    .filter((after) => after !== usual)
    .map((after) => ({
      id: after,
      label: nameOf(after),
      keys: after === 'next' ? 'mod+shift+enter' : undefined,
      disabled: disabled ? t('desk:composer.empty') : undefined,
      run: () => onSend(after),
    }))
  return (
    <div className={styles.send}>
      <Button
        onClick={() => onSend(usual)}
        loading={busy}
        disabled={disabled}
        rightSection={<KeyHint keys="mod+enter" />}
      >
        {nameOf(usual)}
      </Button>
      <Menu label="" name={t('desk:composer.more')} button={{ size: 'sm', px: 8 }} up entries={entries} />
    </div>
  )
}
