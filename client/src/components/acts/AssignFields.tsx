import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { teamsQuery, allUsersQuery } from '~/data/people'
import { NativeChoice } from './NativeChoice'

interface Props {
  teamId: string
  assigneeId: string
  onTeam: (id: string) => void
  onAssignee: (id: string) => void
}

/** A team, and perhaps one of its members. */
export function AssignFields({ teamId, assigneeId, onTeam, onAssignee }: Props) {
  const { t } = useTranslation()
  const teams = useQuery(teamsQuery).data?.items ?? []
  const members = useQuery({ ...allUsersQuery({ team: teamId, active: true }), enabled: teamId !== '' })
  return (
    <>
      <NativeChoice
        autoFocus
        required
        label={t('desk:field.team')}
        value={teamId}
        onChange={(id) => {
          onTeam(id)
          onAssignee('')
        }}
        options={[['', '—'], ...teams.map((team) => [team.id, team.name] as const)]}
      />
      <NativeChoice
        label={t('desk:field.assignee')}
        value={assigneeId}
        onChange={onAssignee}
        options={[
          ['', t('desk:nobody')],
          ...(members.data?.items ?? []).map((person) => [person.id, person.name] as const),
        ]}
      />
    </>
  )
}
