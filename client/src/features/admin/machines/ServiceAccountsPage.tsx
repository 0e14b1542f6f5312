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
import { NewServiceAccountDialog } from './NewServiceAccountDialog'

type Account = Schemas['ServiceAccountResponse']

const columns: Column<Account>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (account) => (
      <Link to="/admin/service-accounts/$id" params={{ id: account.id }}>
        {account.name}
      </Link>
    ),
  },
  { id: 'userName', label: 'admin:field.userName', cell: (account) => <code>{account.userName}</code> },
  { id: 'roles', label: 'admin:roles.title', cell: (account) => account.roles.map(({ role }) => role.name).join(', ') },
  {
    id: 'active',
    label: 'admin:field.state',
    phone: 'aside',
    cell: (account) => <ActiveMark active={account.active} />,
  },
]

/** The machines that call the API. */
export function ServiceAccountsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/service-accounts/' })
  const navigate = useNavigate({ from: '/admin/service-accounts/' })
  const narrow = useCallback(
    (change: ListSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Account>('/service-accounts', { active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Account>('/service-accounts', {
    title: (account) => t('admin:machines.retire', { name: account.name }),
    text: () => t('admin:machines.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:machines.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:machines.title')}>{add}</PageHeader>
      <FilterBar value={{ ...search }} onChange={narrow} choices={[show]} />
      <ResourceTable
        name={t('admin:machines.title')}
        query={query}
        columns={columns}
        keyOf={(account) => account.id}
        nameOf={(account) => account.name}
        dim={(account) => !account.active}
        actions={(account) => [toggle(account)]}
        empty={{ title: t('admin:machines.none'), text: t('admin:machines.noneText'), action: add }}
        onClear={search.show ? () => narrow({ show: undefined }) : undefined}
      />
      {search.open === 'new' && (
        <NewServiceAccountDialog
          onClose={() => narrow({ open: undefined })}
          onSaved={(account) => void navigate({ to: '/admin/service-accounts/$id', params: { id: account.id } })}
        />
      )}
      {dialog}
    </div>
  )
}
