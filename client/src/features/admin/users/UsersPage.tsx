import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { FileUp, Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { activeOf, type UserSearch } from '~/components/admin/search'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { PageHeader } from '~/components/PageHeader'
import { choicesQuery, listQuery } from '~/data/admin/resource'
import type { UserRow } from '~/data/people'
import { UserDialog } from './UserDialog'
import { VipMark } from './VipMark'

const columns: Column<UserRow>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (user) => (
      <>
        <Link to="/admin/users/$id" params={{ id: user.id }}>
          {user.name}
        </Link>{' '}
        {user.vip && <VipMark />}
      </>
    ),
  },
  { id: 'userName', label: 'admin:field.userName', cell: (user) => user.userName },
  { id: 'email', label: 'admin:field.email', phone: 'none', cell: (user) => user.email },
  { id: 'site', label: 'admin:field.site', cell: (user) => user.site?.name },
  { id: 'department', label: 'admin:field.department', phone: 'none', cell: (user) => user.department?.name },
  { id: 'teams', label: 'admin:teams.title', cell: (user) => user.teams.map((team) => team.name).join(', ') },
  { id: 'active', label: 'admin:field.state', phone: 'aside', cell: (user) => <UserState active={user.active} /> },
]

function UserState({ active }: { active: boolean }) {
  const { t } = useTranslation()
  return <ActiveMark active={active} words={[t('admin:users.active'), t('admin:users.inactive')]} />
}

/** Everybody who is known to the desk. */
export function UsersPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/users/' })
  const navigate = useNavigate({ from: '/admin/users/' })
  const narrow = useCallback(
    (change: UserSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const { q, role, team, site, department } = search
  const query = useInfiniteQuery(
    listQuery<UserRow>('/users', { q, active: activeOf(search), role, team, site, department, count: true }),
  )
  const pick = (path: string) => choicesQuery<Named>(path)
  const roles = useQuery(choicesQuery<Schemas['RoleResponse']>('/roles')).data?.items ?? []
  const teams = useQuery(pick('/teams')).data?.items ?? []
  const sites = useQuery(pick('/sites')).data?.items ?? []
  const departments = useQuery(pick('/departments')).data?.items ?? []
  const show = useShowChoice()
  const of = (name: keyof UserSearch, label: string, items: readonly (readonly [string, string])[]) => ({
    name,
    label,
    options: [['', label], ...items] as const,
  })
  const ids = (items: readonly Named[]) => items.map(({ id, name }) => [id, name] as const)
  const total = query.data?.pages[0]?.total
  const filtered = q || search.show || role || team || site || department
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:users.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:users.title')}>
        <div className="row">
          <Button
            variant="default"
            leftSection={<FileUp size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/admin/users/import' })}
          >
            {t('admin:userImport.title')}
          </Button>
          {add}
        </div>
      </PageHeader>
      <FilterBar
        value={{ ...search }}
        onChange={narrow}
        search={t('admin:users.find')}
        choices={[
          show,
          of(
            'role',
            t('admin:users.anyRole'),
            roles.map((each) => [each.key, each.name] as const),
          ),
          of('team', t('admin:users.anyTeam'), ids(teams)),
          of('site', t('admin:users.anySite'), ids(sites)),
          of('department', t('admin:users.anyDepartment'), ids(departments)),
        ]}
      />
      <p className="meta" role="status" style={{ minHeight: '1lh' }}>
        {typeof total === 'number' && t('admin:users.count', { count: total })}
      </p>
      <ResourceTable
        name={t('admin:users.title')}
        query={query}
        columns={columns}
        keyOf={(user) => user.id}
        nameOf={(user) => user.name}
        dim={(user) => !user.active}
        empty={{ title: t('admin:users.none'), action: add }}
        onClear={filtered ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
      {search.open === 'new' && (
        <UserDialog
          onClose={() => narrow({ open: undefined })}
          onSaved={(user) => void navigate({ to: '/admin/users/$id', params: { id: user.id } })}
        />
      )}
    </div>
  )
}
