import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { useMay } from '~/data/session'
import styles from './BulkBar.module.css'
import type { Acts } from './use-acts'
import type { Whole } from './use-whole'

interface Props {
  count: number
  whole: Whole
  acts: Acts
  onMerge: () => void
  onClear: () => void
}

/** What can be done to all ticked rows at once. */
export function BulkBar({ count, whole, acts, onMerge, onClear }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  // What they would act on is still being asked for.
  const reading = whole.read !== null
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('desk:bulk')}>
      <strong role="status">
        {reading ? t('desk:whole.reading', { text: whole.read }) : t('desk:selected', { count })}
      </strong>
      {reading ? (
        <button type="button" onClick={whole.stop}>
          {t('desk:whole.stop')}
        </button>
      ) : (
        whole.offer && (
          <button type="button" onClick={whole.start}>
            {whole.offer}
          </button>
        )
      )}
      <button type="button" disabled={acts.busy || reading} onClick={() => acts.take()}>
        {t('desk:key.take')} <KeyHint keys="m" />
      </button>
      {(
        [
          ['assign', 'a'],
          ['hold', 'w'],
          ['resolve', 'e'],
        ] as const
      ).map(([act, keys]) => (
        <button key={act} type="button" disabled={reading} onClick={() => acts.ask(act)}>
          {t(`desk:key.${act}`)} <KeyHint keys={keys} />
        </button>
      ))}
      {may('incidents.overridePriority') && (
        <button type="button" disabled={reading} onClick={() => acts.ask('override-priority')}>
          {t('desk:key.priority')}
        </button>
      )}
      <button type="button" disabled={reading} onClick={() => acts.ask('cancel')}>
        {t('desk:key.cancel')}
      </button>
      {count > 1 && count <= 50 && (
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
