import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { useMay } from '~/data/session'
import styles from './BulkBar.module.css'
import type { Acts } from './use-acts'

interface Props {
  count: number
  acts: Acts
  onMerge: () => void
  onClear: () => void
}

/** What can be done to all ticked rows at once. */
export function BulkBar({ count, acts, onMerge, onClear }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('desk:bulk')}>
      <strong role="status">{t('desk:selected', { count })}</strong>
      <button type="button" disabled={acts.busy} onClick={() => acts.take()}>
        {t('desk:key.take')} <KeyHint keys="m" />
      </button>
      {(
        [
          ['assign', 'a'],
          ['hold', 'w'],
          ['resolve', 'e'],
        ] as const
      ).map(([act, keys]) => (
        <button key={act} type="button" onClick={() => acts.ask(act)}>
          {t(`desk:key.${act}`)} <KeyHint keys={keys} />
        </button>
      ))}
      {may('incidents.overridePriority') && (
        <button type="button" onClick={() => acts.ask('override-priority')}>
          {t('desk:key.priority')}
        </button>
      )}
      <button type="button" onClick={() => acts.ask('cancel')}>
        {t('desk:key.cancel')}
      </button>
      {count > 1 && (
        <button type="button" onClick={onMerge}>
          {t('desk:key.merge')}
        </button>
      )}
      <button type="button" className={styles.clear} onClick={onClear}>
        {t('desk:clear')}
      </button>
    </div>
  )
}
