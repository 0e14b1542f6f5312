import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PriorityMark } from '~/components/PriorityMark'
import { SkeletonLines } from '~/components/SkeletonLines'
import { priorityMatrixQuery, type TicketRow } from '~/data/tickets'
import styles from './RowEditor.module.css'
import type { Acts } from './use-acts'

const levels = ['high', 'medium', 'low'] as const

/** The priority is looked up: one chooses how far it reaches and how much it presses, and sees what follows. */
export function PriorityMatrix({ row, acts, onClose }: { row: TicketRow; acts: Acts; onClose: () => void }) {
  const { t } = useTranslation()
  const rows = useQuery(priorityMatrixQuery).data?.rows
  if (!rows)
    return (
      <div className={styles.wait}>
        <SkeletonLines count={3} />
      </div>
    )
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">
            {t('desk:field.impact')} ↓ · {t('desk:field.urgency')} →
          </th>
          {levels.map((urgency) => (
            <th key={urgency} scope="col">
              {t(`urgency.${urgency}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map((impact, y) => (
          <tr key={impact}>
            <th scope="row">{t(`level.${impact}`)}</th>
            {levels.map((urgency, x) => {
              const present = row.impact === impact && row.urgency === urgency
              const priority = rows[y]![x]!
              return (
                <td key={urgency}>
                  <button
                    type="button"
                    className={styles.cell}
                    aria-pressed={present}
                    aria-label={t('desk:edit.level', {
                      impact: t(`level.${impact}`),
                      urgency: t(`urgency.${urgency}`),
                      priority: priority.toUpperCase(),
                    })}
                    // oxlint-disable-next-line jsx-a11y/no-autofocus
                    autoFocus={present}
                    onClick={() => {
                      onClose()
                      if (!present) acts.change(row, { impact, urgency }, { priority })
                    }}
                  >
                    <PriorityMark priority={priority} words />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
