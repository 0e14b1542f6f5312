import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Named, Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { toast, toastError } from '~/components/toast'
import { choicesQuery, refresh } from '~/data/admin/resource'
import { useMay } from '~/data/session'
import styles from './users.module.css'

/** The teams a person works in. */
export function UserTeams({ user }: { user: Schemas['UserResponse'] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const manages = useMay()('teams.manage')
  const id = useId()
  const [chosen, setChosen] = useState('')
  const [leaving, setLeaving] = useState<Named | null>(null)
  const teams = useQuery({ ...choicesQuery<Named>('/teams', { active: true }), enabled: manages }).data?.items ?? []
  const others = teams.filter((team) => !user.teams.some((own) => own.id === team.id))

  const join = useMutation({
    mutationFn: (teamId: string) => request('POST', `/teams/${teamId}/members`, { body: { userId: user.id } }),
    onSuccess: async () => {
      setChosen('')
      await refresh(queryClient)
      toast(t('admin:saved', { name: user.name }))
    },
    onError: toastError,
  })
  const leave = useMutation({
    mutationFn: (team: Named) => request('DELETE', `/teams/${team.id}/members/${user.id}`),
    onSuccess: async () => {
      setLeaving(null)
      await refresh(queryClient)
      toast(t('admin:saved', { name: user.name }))
    },
  })
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{t('admin:teams.title')}</h2>
      {user.teams.length === 0 && <p className="dim">{t('admin:users.noTeam')}</p>}
      <ul className={`plain ${styles.lines}`}>
        {user.teams.map((team) => (
          <li key={team.id}>
            {manages ? (
              <Link to="/admin/teams/$id" params={{ id: team.id }}>
                {team.name}
              </Link>
            ) : (
              team.name
            )}
            {manages && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('admin:list.remove', { name: team.name })}
                onClick={() => {
                  leave.reset()
                  setLeaving(team)
                }}
              >
                {t('admin:remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {manages && user.active && others.length > 0 && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen) join.mutate(chosen)
          }}
        >
          <NativeChoice
            label={t('admin:users.addTeam')}
            value={chosen}
            onChange={setChosen}
            options={[['', '—'], ...others.map((team) => [team.id, team.name] as const)]}
          />
          <Button type="submit" variant="default" mt="auto" disabled={!chosen} loading={join.isPending}>
            {t('add')}
          </Button>
        </form>
      )}
      {leaving && (
        <ConfirmDialog
          title={t('admin:teams.removeTitle', { name: user.name, team: leaving.name })}
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
