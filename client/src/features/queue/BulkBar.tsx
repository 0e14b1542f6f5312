import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import styles from './BulkBar.module.css'
import type { Acts } from './use-acts'

/** What can be done to all ticked rows at once. */
export function BulkBar({ count, acts, onClear }: { count: number; acts: Acts; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('desk:bulk')}>
      <strong role="status">{t('desk:selected', { count })}</strong>
      <Button
        size="compact-sm"
        variant="default"
        loading={acts.busy}
        onClick={acts.take}
        rightSection={<KeyHint keys="m" />}
      >
        {t('desk:key.take')}
      </Button>
      {(
        [
          ['assign', 'a'],
          ['hold', 'w'],
          ['resolve', 'e'],
        ] as const
      ).map(([act, keys]) => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          onClick={() => acts.ask(act)}
          rightSection={<KeyHint keys={keys} />}
        >
          {t(`desk:key.${act}`)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('desk:clear')}
      </Button>
    </div>
  )
}
