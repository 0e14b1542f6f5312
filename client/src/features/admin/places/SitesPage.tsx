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
import { SiteDialog } from './SiteDialog'

type Site = Schemas['SiteResponse']

const columns: Column<Site>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (site) => (
      <Link from="/admin/sites" to="." search={(before) => ({ ...before, open: site.id })}>
        {site.name}
      </Link>
    ),
  },
  { id: 'address', label: 'admin:field.address', cell: (site) => site.address },
  { id: 'zone', label: 'admin:field.timeZone', cell: (site) => site.timeZone },
  {
    id: 'active',
    label: 'admin:field.state',
    phone: 'aside',
    cell: (site) => <ActiveMark active={site.active} />,
  },
]

/** The places of the organisation. */
export function SitesPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/sites' })
  const navigate = useNavigate({ from: '/admin/sites' })
  const narrow = useCallback(
    (change: ListSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Site>('/sites', { q: search.q, active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Site>('/sites', {
    title: (site) => t('admin:sites.retire', { name: site.name }),
    text: () => t('admin:sites.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:sites.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:sites.title')}>{add}</PageHeader>
      <FilterBar value={search} onChange={narrow} search={t('admin:sites.find')} choices={[show]} />
      <ResourceTable
        name={t('admin:sites.title')}
        query={query}
        columns={columns}
        keyOf={(site) => site.id}
        nameOf={(site) => site.name}
        dim={(site) => !site.active}
        actions={(site) => [{ id: 'edit', label: t('edit'), run: () => narrow({ open: site.id }) }, toggle(site)]}
        empty={{ title: t('admin:sites.none'), text: t('admin:sites.noneText'), action: add }}
        onClear={search.q || search.show ? () => narrow({ q: undefined, show: undefined }) : undefined}
      />
      {search.open && <SiteDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
