import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import styles from './StateLine.module.css'

const steps = ['received', 'taken', 'worked', 'solved'] as const

function reached(incident: Incident): number {
  switch (incident.state) {
    case 'new':
      return 0
    case 'assigned':
      return 1
    case 'inProgress':
    case 'pending':
      return 2
    default:
      return 3
  }
}

/** The way of a ticket in four words, and where it is. */
export function StateLine({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const at = reached(incident)
  const word = (index: number) => {
    if (index === at && incident.state === 'pending')
      return t(incident.pending?.reason === 'awaitingRequester' ? 'plainState.waitingYou' : 'portal:step.waiting')
    if (index === 3 && incident.state === 'cancelled') return t('plainState.cancelled')
    return t(`portal:step.${steps[index]}`)
  }
  return (
    <ol className={styles.line}>
      {steps.map((step, index) => (
        <li key={step} data-reached={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span>{word(index)}</span>
        </li>
      ))}
    </ol>
  )
}
