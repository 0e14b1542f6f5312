import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { activeOf, type ListSearch } from '~/components/admin/search'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { PageHeader } from '~/components/PageHeader'
import { listQuery } from '~/data/admin/resource'
import { TeamDialog } from './TeamDialog'

type Team = Schemas['TeamRow']

const columns: Column<Team>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (team) => (
      <Link to="/admin/teams/$id" params={{ id: team.id }}>
        {team.name}
      </Link>
    ),
  },
  { id: 'key', label: 'admin:field.key', cell: (team) => <code>{team.key}</code> },
  { id: 'lead', label: 'admin:teams.lead', cell: (team) => team.lead?.name },
  { id: 'members', label: 'admin:teams.members', phone: 'none', align: 'end', cell: (team) => team.memberCount },
  { id: 'active', label: 'admin:field.state', phone: 'aside', cell: (team) => <ActiveMark active={team.active} /> },
]

/** The groups that work on tickets. */
export function TeamsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/teams/' })
  const navigate = useNavigate({ from: '/admin/teams/' })
  const narrow = useCallback(
    (change: ListSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Team>('/teams', { q: search.q, active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Team>('/teams', {
    title: (team) => t('admin:teams.retire', { name: team.name }),
    text: () => t('admin:teams.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:teams.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:teams.title')}>{add}</PageHeader>
      <FilterBar value={{ ...search }} onChange={narrow} search={t('admin:teams.find')} choices={[show]} />
      <ResourceTable
        name={t('admin:teams.title')}
        query={query}
        columns={columns}
        keyOf={(team) => team.id}
        nameOf={(team) => team.name}
        dim={(team) => !team.active}
        actions={(team) => [
          {
            id: 'open',
            label: t('edit'),
            run: () => void navigate({ to: '/admin/teams/$id', params: { id: team.id }, search: { open: 'edit' } }),
          },
          toggle(team),
        ]}
        empty={{ title: t('admin:teams.none'), text: t('admin:teams.noneText'), action: add }}
        onClear={search.q || search.show ? () => narrow({ q: undefined, show: undefined }) : undefined}
      />
      {search.open === 'new' && (
        <TeamDialog
          onClose={() => narrow({ open: undefined })}
          onSaved={(team) => void navigate({ to: '/admin/teams/$id', params: { id: team.id } })}
        />
      )}
      {dialog}
    </div>
  )
}
