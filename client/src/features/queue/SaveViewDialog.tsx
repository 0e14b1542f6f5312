import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { useSession } from '~/data/session'
import type { View } from '~/data/tickets'

interface Props {
  view: View | undefined
  q: string | undefined
  sort: string | undefined
  onClose: () => void
}

/** Keeps what was typed as a view: for oneself, or for a team one is in. */
export default function SaveViewDialog({ view, q, sort, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [teamId, setTeam] = useState('')
  const save = useMutation({
    mutationFn: () =>
      request<View>('POST', '/views', {
        body: {
          name: name.trim(),
          query: [view?.query, q].filter(Boolean).join(' '),
          sort: sort ?? view?.sort,
          pinned: true,
          ...(teamId ? { teamId } : {}),
        },
      }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['views'] })
      onClose()
      toast(t('desk:viewSaved', { name: made.name }))
      await navigate({ to: '/desk/queues/$view', params: { view: made.id } })
    },
  })
  return (
    <Dialog title={t('desk:saveView')} onClose={onClose} size="sm">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) save.mutate()
        }}
      >
        <TextInput
          label={t('desk:viewName')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeChoice
          label={t('desk:viewFor')}
          value={teamId}
          onChange={setTeam}
          options={[['', t('desk:viewMine')], ...(session?.teams ?? []).map((team) => [team.id, team.name] as const)]}
        />
        {save.error && <ErrorPanel error={save.error} />}
        <div className="row-end">
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
