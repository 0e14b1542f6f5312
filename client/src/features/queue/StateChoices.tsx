import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Act } from '~/components/acts/ActDialog'
import { KeyHint } from '~/components/commands/KeyHint'
import { SkeletonLines } from '~/components/SkeletonLines'
import { incidentQuery } from '~/data/incidents'
import type { TicketRow } from '~/data/tickets'
import styles from './RowEditor.module.css'
import type { Acts } from './use-acts'

/** Those of them that ask for something open their dialog; the others happen at once. */
const verbs = ['start', 'hold', 'resume', 'resolve', 'reopen', 'close', 'cancel'] as const
const asking: readonly string[] = ['hold', 'resolve', 'reopen', 'cancel']
const keys: Partial<Record<(typeof verbs)[number], string>> = { hold: 'w', resolve: 'e' }

/** Where the ticket can go from here, as the server allows it. */
export function StateChoices({ row, acts, onClose }: { row: TicketRow; acts: Acts; onClose: () => void }) {
  const { t } = useTranslation()
  const incident = useQuery(incidentQuery(row.reference)).data
  if (!incident)
    return (
      <div className={styles.wait}>
        <SkeletonLines count={3} />
      </div>
    )
  const offered = verbs.filter((verb) => incident.allowedTransitions.includes(verb))
  if (offered.length === 0) return <p className={styles.wait}>{t('desk:notNow')}</p>
  return offered.map((verb, index) => (
    <button
      key={verb}
      type="button"
      className={styles.choice}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={index === 0}
      onClick={() => {
        onClose()
        if (asking.includes(verb)) acts.ask(verb as Act, [row])
        else acts.run(verb, {}, [row])
      }}
    >
      {t(`desk:key.${verb}`)} {keys[verb] && <KeyHint keys={keys[verb]} />}
    </button>
  ))
}
