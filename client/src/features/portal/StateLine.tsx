import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import styles from './StateLine.module.css'

const steps = ['received', 'taken', 'worked', 'solved'] as const

/** Whether somebody took what was withdrawn, and how far they came, is nothing its line knows. */
const withdrawn = ['received', 'withdrawn'] as const

function reached(incident: Incident): number {
  switch (incident.state) {
    case 'new':
      return 0
    case 'assigned':
      return 1
    case 'inProgress':
    case 'pending':
      return 2
    case 'cancelled':
      return 1
    default:
      return 3
  }
}

/** The way of a ticket in four words, and where it is. */
export function StateLine({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const at = reached(incident)
  const line = incident.state === 'cancelled' ? withdrawn : steps
  const word = (index: number) => {
    if (index === at && incident.state === 'pending')
      return t(incident.pending?.reason === 'awaitingRequester' ? 'plainState.waitingYou' : 'portal:step.waiting')
    return t(`portal:step.${line[index]!}`)
  }
  return (
    <ol className={styles.line}>
      {line.map((step, index) => (
        <li key={step} data-reached={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span>{word(index)}</span>
        </li>
      ))}
    </ol>
  )
}
