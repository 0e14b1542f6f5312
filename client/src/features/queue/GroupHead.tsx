import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/format'
import type { Group, Grouping } from './group-rows'
import styles from './TicketGrid.module.css'

/** The heading over the rows of a group, with how many there are. */
export function GroupHead({ by, group, start }: { by: Grouping; group: Group; start: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names: Partial<Record<Grouping, () => string>> = {
    priority: () => [group.key.toUpperCase(), t(`priority.${group.key}`)].join(' · '),
    state: () => t(`state.${group.key}`),
  }
  const name = names[by]?.() ?? (group.key || t('desk:arrange.without'))
  return (
    <div role="row" className={styles.group} style={{ transform: `translateY(${start}px)` }}>
      <span role="gridcell">
        {name} <span className="meta">{format.number(group.count)}</span>
      </span>
    </div>
  )
}
