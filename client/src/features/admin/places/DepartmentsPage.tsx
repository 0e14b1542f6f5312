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
import { PageHeader } from '~/components/PageHeader'
import { listQuery } from '~/data/admin/resource'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { DepartmentDialog } from './DepartmentDialog'

type Department = Schemas['DepartmentResponse']

const columns: Column<Department>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (department) => (
      <Link from="/admin/departments" to="." search={(before) => ({ ...before, open: department.id })}>
        {department.name}
      </Link>
    ),
  },
  {
    id: 'people',
    label: 'admin:users.title',
    cell: (department) => <People department={department} />,
  },
  {
    id: 'active',
    label: 'admin:field.state',
    phone: 'aside',
    cell: (department) => <ActiveMark active={department.active} />,
  },
]

function People({ department }: { department: Department }) {
  const { t } = useTranslation()
  return (
    <Link
      to="/admin/users"
      search={{ department: department.id }}
      aria-label={t('admin:departments.peopleOf', { name: department.name })}
    >
      {t('admin:departments.people')}
    </Link>
  )
}

/** The parts of the organisation that people belong to. */
export function DepartmentsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/departments' })
  const navigate = useNavigate({ from: '/admin/departments' })
  const narrow = useCallback(
    (change: ListSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Department>('/departments', { q: search.q, active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Department>('/departments', {
    title: (department) => t('admin:departments.retire', { name: department.name }),
    text: () => t('admin:departments.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:departments.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:departments.title')}>{add}</PageHeader>
      <FilterBar value={search} onChange={narrow} search={t('admin:departments.find')} choices={[show]} />
      <ResourceTable
        name={t('admin:departments.title')}
        query={query}
        columns={columns}
        keyOf={(department) => department.id}
        nameOf={(department) => department.name}
        dim={(department) => !department.active}
        actions={(department) => [
          { id: 'edit', label: t('edit'), run: () => narrow({ open: department.id }) },
          toggle(department),
        ]}
        empty={{ title: t('admin:departments.none'), text: t('admin:departments.noneText'), action: add }}
        onClear={search.q || search.show ? () => narrow({ q: undefined, show: undefined }) : undefined}
      />
      {search.open && <DepartmentDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
