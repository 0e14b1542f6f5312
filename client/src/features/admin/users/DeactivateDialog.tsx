import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Named, Schemas } from '~/api/types'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { PersonBox } from '~/components/PersonBox'
import { toast } from '~/components/toast'
import { choicesQuery, refresh } from '~/data/admin/resource'
import { ticketsQuery } from '~/data/tickets'

interface Props {
  user: Schemas['UserResponse']
  onClose: () => void
}

/** Somebody leaves: what ends at once, and who goes on with their open work. */
export function DeactivateDialog({ user, onClose }: Props) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [heir, setHeir] = useState<Named | null>(null)
  const [teamId, setTeam] = useState('')
  const teams = useQuery(choicesQuery<Named>('/teams', { active: true })).data?.items ?? []
  const open = useQuery({
    ...ticketsQuery({ assigneeId: user.id, open: true, count: true, limit: 1 }),
    staleTime: 0,
  }).data?.total
  const leave = useMutation({
    mutationFn: () =>
      request<Schemas['DeactivatedUser']>('POST', `/users/${user.id}/deactivate`, {
        body: { handOver: { toUserId: heir?.id ?? null, toTeamId: teamId || null } },
      }),
    onSuccess: async ({ handedOver }) => {
      await refresh(queryClient)
      onClose()
      toast(
        t('admin:users.handedOver', {
          name: user.name,
          person: handedOver.toPerson,
          queue: handedOver.toQueue,
        }),
      )
    },
  })
  return (
    <ConfirmDialog
      title={t('admin:users.ask.deactivate', { name: user.name })}
      confirm={t('admin:users.act.deactivate')}
      danger
      busy={leave.isPending}
      error={leave.error}
      onClose={onClose}
      onConfirm={() => leave.mutate()}
    >
      <p>{t('admin:users.follows.deactivate')}</p>
      {typeof open === 'number' && <p role="status">{t('admin:users.openWork', { count: open })}</p>}
      <div className="stack">
        <PersonBox
          label={t('admin:users.heir')}
          help={t('admin:users.heirHelp')}
          value={heir}
          onChange={setHeir}
          except={[user.id]}
        />
        <NativeChoice
          label={t('admin:users.heirTeam')}
          value={teamId}
          onChange={setTeam}
          options={[['', t('admin:users.sameTeam')], ...teams.map((team) => [team.id, team.name] as const)]}
        />
      </div>
    </ConfirmDialog>
  )
}
