import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { activeOf, type ItemSearch } from '~/components/admin/search'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { PageHeader } from '~/components/PageHeader'
import { listQuery } from '~/data/admin/resource'
import { ItemDialog } from './ItemDialog'

type Item = Schemas['ConfigurationItemResponse']

const columns: Column<Item>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (item) => (
      <Link from="/admin/configuration-items" to="." search={(before) => ({ ...before, open: item.id })}>
        {item.name}
      </Link>
    ),
  },
  { id: 'type', label: 'admin:field.type', cell: (item) => item.type },
  { id: 'active', label: 'admin:field.state', phone: 'aside', cell: (item) => <ActiveMark active={item.active} /> },
]

/** The registry of what tickets are about. */
export function ItemsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/configuration-items' })
  const navigate = useNavigate({ from: '/admin/configuration-items' })
  const narrow = useCallback(
    (change: ItemSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const { q, type, show: shown } = search
  const query = useInfiniteQuery(listQuery<Item>('/configuration-items', { q, type, active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Item>('/configuration-items', {
    title: (item) => t('admin:items.retire', { name: item.name }),
    text: () => t('admin:items.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:items.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:items.title')}>{add}</PageHeader>
      <FilterBar value={{ ...search }} onChange={narrow} search={t('admin:items.find')} choices={[show]}>
        <TextInput
          key={type}
          aria-label={t('admin:items.byType')}
          placeholder={t('admin:items.byType')}
          defaultValue={type ?? ''}
          onBlur={(event) => narrow({ type: event.currentTarget.value.trim() || undefined })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') narrow({ type: event.currentTarget.value.trim() || undefined })
          }}
        />
      </FilterBar>
      <ResourceTable
        name={t('admin:items.title')}
        query={query}
        columns={columns}
        keyOf={(item) => item.id}
        nameOf={(item) => item.name}
        dim={(item) => !item.active}
        actions={(item) => [{ id: 'edit', label: t('edit'), run: () => narrow({ open: item.id }) }, toggle(item)]}
        empty={{ title: t('admin:items.none'), text: t('admin:items.noneText'), action: add }}
        onClear={q || shown || type ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
      {search.open && <ItemDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
