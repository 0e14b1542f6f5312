import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { activeOf } from '~/components/admin/search'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { PageHeader } from '~/components/PageHeader'
import { listQuery } from '~/data/admin/resource'
import { useRulesSearch, type RulesSearch } from '../shared/search'
import { ServiceDialog } from './ServiceDialog'
import { StillUsed } from './StillUsed'

type Service = Schemas['ServiceResponse']

const retireText = (t: TFunction, service: Service) => (
  <>
    {t('rules:service.retireText')} <StillUsed filter={{ serviceId: service.id }} />
  </>
)

const columnsOf = (): Column<Service>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: (service) => (
      <Link from="/admin/services" to="." search={(before) => ({ ...before, open: service.id })}>
        {service.name}
      </Link>
    ),
  },
  { id: 'key', label: 'rules:field.key', cell: (service) => <span className="ref">{service.key}</span> },
  {
    id: 'active',
    label: 'rules:field.state',
    phone: 'aside',
    cell: (service) => <ActiveMark active={service.active} />,
  },
]

/** The services the organisation uses and the desk keeps running. */
export function ServicesPage() {
  const { t } = useTranslation()
  const search = useRulesSearch()
  const navigate = useNavigate({ from: '/admin/services' })
  const narrow = useCallback(
    (change: RulesSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Service>('/services', { active: activeOf(search) }))
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Service>('/services', {
    title: (service) => t('rules:service.retire', { name: service.name }),
    text: (service) => retireText(t, service),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('rules:service.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('rules:services')}>{add}</PageHeader>
      <p className="dim">{t('rules:service.intro')}</p>
      <FilterBar value={{ ...search }} onChange={narrow} choices={[show]} />
      <ResourceTable
        name={t('rules:services')}
        query={query}
        columns={columnsOf()}
        keyOf={(service) => service.id}
        nameOf={(service) => service.name}
        dim={(service) => !service.active}
        actions={(service) => [
          { id: 'edit', label: t('edit'), run: () => narrow({ open: service.id }) },
          toggle(service),
        ]}
        empty={{ title: t('rules:service.none'), text: t('rules:service.intro'), action: add }}
        onClear={search.show ? () => narrow({ show: undefined }) : undefined}
      />
      {search.open && <ServiceDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
