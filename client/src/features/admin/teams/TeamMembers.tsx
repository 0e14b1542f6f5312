import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { PersonBox } from '~/components/PersonBox'
import { toast, toastError } from '~/components/toast'
import { refresh } from '~/data/admin/resource'

type Member = Schemas['TeamMemberResponse']

/** Takes people in and out of a team. */
export function TeamMembers({ team }: { team: Schemas['TeamResponse'] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const join = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) =>
      request('POST', `/teams/${team.id}/members`, { body: { userId: id } }),
    onSuccess: async (_, { name }) => {
      await refresh(queryClient)
      toast(t('admin:teams.added', { name }))
    },
    onError: toastError,
  })
  const leave = useMutation({
    mutationFn: (member: Member) => request('DELETE', `/teams/${team.id}/members/${member.id}`),
    onSuccess: async (_, member) => {
      setLeaving(null)
      await refresh(queryClient)
      toast(t('admin:teams.removed', { name: member.name }))
    },
  })
  return (
    <section className="card stack" aria-labelledby="members">
      <h2 id="members">{t('admin:teams.memberCount', { count: team.members.length })}</h2>
      <table className="table" aria-labelledby="members">
        <thead>
          <tr>
            <th scope="col">{t('admin:field.name')}</th>
            <th scope="col">{t('admin:field.userName')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('admin:list.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {team.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <Link to="/admin/users/$id" params={{ id: member.id }}>
                  {member.name}
                </Link>
                {!member.active && <span className="meta"> · {t('admin:users.inactive')}</span>}
              </th>
              <td>{member.userName}</td>
              <td className="num">
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={t('admin:list.remove', { name: member.name })}
                  onClick={() => {
                    leave.reset()
                    setLeaving(member)
                  }}
                >
                  {t('admin:remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {team.active && (
        <PersonBox
          key={team.members.length}
          label={t('admin:teams.add')}
          value={null}
          except={team.members.map((member) => member.id)}
          onChange={(person) => person && join.mutate(person)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('admin:teams.removeTitle', { name: leaving.name, team: team.name })}
          confirm={t('admin:remove')}
          busy={leave.isPending}
          error={leave.error}
          onClose={() => setLeaving(null)}
          onConfirm={() => leave.mutate(leaving)}
        >
          <p>{t('admin:teams.removeText')}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
