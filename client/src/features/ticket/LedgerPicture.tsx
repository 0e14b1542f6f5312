import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import { drawLedger } from './draw-ledger'
import styles from './LedgerPicture.module.css'

interface Props {
  intervals: readonly Schemas['ExplainedInterval'][]
  due: string | null
}

const kinds = ['counted', 'closed', 'paused'] as const

/** The life of a clock from left to right: what counted, what was closed, what stood still, and where it fell due. */
export function LedgerPicture({ intervals, due }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { stretches, from, to, dueShare } = drawLedger(intervals, due)
  if (stretches.length === 0) return null
  const present = kinds.filter((kind) => stretches.some((stretch) => stretch.kind === kind))
  return (
    // The table below says the same.
    <div aria-hidden className="stack-s">
      <div className={styles.bar}>
        {stretches.map((stretch) => (
          <span key={stretch.from} data-kind={stretch.kind} style={{ flexGrow: stretch.share * 1000 }} />
        ))}
        {dueShare !== null && <i className={styles.due} style={{ insetInlineStart: `${dueShare * 100}%` }} />}
      </div>
      <div className="between">
        <span className="meta">{format.dateTime(from)}</span>
        <span className="meta">{format.dateTime(to)}</span>
      </div>
      <div className={styles.legend}>
        {present.map((kind) => (
          <span key={kind}>
            <span data-kind={kind} /> {t(`ticket:sla.legend.${kind}`)}
          </span>
        ))}
        {dueShare !== null && (
          <span>
            <span data-kind="due" /> {t('ticket:sla.legend.due')}
          </span>
        )}
      </div>
    </div>
  )
}
