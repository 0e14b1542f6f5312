import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { allUsersQuery } from '~/data/people'
import { useSession } from '~/data/session'
import type { TicketRow } from '~/data/tickets'
import styles from './RowEditor.module.css'
import type { Acts } from './use-acts'

/** Oneself, whoever is in the team, nobody; another team is asked for in the dialog. */
export function OwnerChoices({ row, acts, onClose }: { row: TicketRow; acts: Acts; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const { data } = useQuery({
    ...allUsersQuery({ team: row.team?.id, active: true }),
    enabled: row.team !== null,
  })
  const others = (data?.items ?? []).filter((person) => person.id !== me && person.id !== row.assignee?.id)
  const give = (assigneeId: string | null) => {
    onClose()
    acts.run('assign', { teamId: row.team?.id, assigneeId }, [row])
  }
  return (
    <>
      {row.assignee?.id !== me && (
        <button
          type="button"
          className={styles.choice}
          onClick={() => {
            onClose()
            acts.take([row])
          }}
        >
          {t('desk:key.take')} <KeyHint keys="m" />
        </button>
      )}
      <button
        type="button"
        className={styles.choice}
        onClick={() => {
          onClose()
          acts.ask('assign', [row])
        }}
      >
        {t('desk:edit.otherTeam')} <KeyHint keys="a" />
      </button>
      {row.assignee && (
        <button type="button" className={styles.choice} onClick={() => give(null)}>
          {t('desk:edit.nobody')}
        </button>
      )}
      {others.map((person) => (
        <button key={person.id} type="button" className={styles.choice} onClick={() => give(person.id)}>
          {person.name}
        </button>
      ))}
    </>
  )
}
