import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { useSwitch } from '~/components/admin/use-switch'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { recordQuery } from '~/data/admin/resource'
import { useMay } from '~/data/session'
import { TeamDialog } from './TeamDialog'
import { TeamMembers } from './TeamMembers'

type Team = Schemas['TeamResponse']

/** One team: who is in it and who leads it. */
export function TeamPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = useParams({ from: '/_app/admin/teams/$id' })
  const { open } = useSearch({ from: '/_app/admin/teams/$id' })
  const navigate = useNavigate({ from: '/admin/teams/$id' })
  const { data: team, error } = useQuery(recordQuery<Team>(`/teams/${id}`))
  const { toggle, dialog } = useSwitch<Team>('/teams', {
    title: (each) => t('admin:teams.retire', { name: each.name }),
    text: () => t('admin:teams.retireText'),
  })
  const edit = (open: string | undefined) => void navigate({ search: { open }, replace: true })
  if (!team)
    return (
      <div className="stack">
        <PageHeader title={t('admin:teams.title')} />
        {error ? <ErrorPanel error={error} /> : <SkeletonLines count={8} />}
      </div>
    )
  const turn = toggle(team)
  return (
    <div className="stack">
      <PageHeader title={team.name}>
        <div className="row">
          <Button variant="default" onClick={() => edit('edit')}>
            {t('edit')}
          </Button>
          <Button variant="default" onClick={turn.run}>
            {turn.label}
          </Button>
        </div>
      </PageHeader>
      <div className="row">
        <ActiveMark active={team.active} />
        <code>{team.key}</code>
        {may('audit.read') && (
          <Link to="/admin/audit" search={{ entity: 'team', entityId: team.id }}>
            {t('admin:audit.ofThis')}
          </Link>
        )}
      </div>
      {team.description && <p>{team.description}</p>}
      <p>{team.lead ? t('admin:teams.ledBy', { name: team.lead.name }) : t('admin:teams.noLead')}</p>
      <TeamMembers team={team} />
      {open === 'edit' && <TeamDialog team={team} onClose={() => edit(undefined)} />}
      {dialog}
    </div>
  )
}
