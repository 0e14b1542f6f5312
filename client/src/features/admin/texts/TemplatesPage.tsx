import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { PageHeader } from '~/components/PageHeader'
import { TimeAgo } from '~/components/TimeAgo'
import { listQuery } from '~/data/admin/resource'
import { SharedWith } from './SharedWith'
import { TemplateDialog } from './TemplateDialog'
import { useRemoval } from './use-removal'

type Template = Schemas['TemplateResponse']

const columns: Column<Template>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (template) => (
      <Link from="/admin/templates" to="." search={{ open: template.id }}>
        {template.name}
      </Link>
    ),
  },
  { id: 'forTeam', label: 'admin:templates.forTeam', cell: (template) => template.forTeam?.name },
  { id: 'scope', label: 'admin:texts.scope', phone: 'aside', cell: (template) => <SharedWith {...template} /> },
  { id: 'owner', label: 'admin:texts.owner', phone: 'none', cell: (template) => template.owner.name },
  { id: 'updated', label: 'admin:texts.updated', cell: (template) => <TimeAgo at={template.updatedAt} /> },
]

/** Tickets half written, for what comes again and again. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const { open } = useSearch({ from: '/_app/admin/templates' })
  const navigate = useNavigate({ from: '/admin/templates' })
  const turn = (open: string | undefined) => void navigate({ search: { open }, replace: true })
  const query = useInfiniteQuery(listQuery<Template>('/ticket-templates'))
  const { entry, dialog } = useRemoval('/ticket-templates')
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => turn('new')}>
      {t('admin:templates.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:templates.title')}>{add}</PageHeader>
      <ResourceTable
        name={t('admin:templates.title')}
        query={query}
        columns={columns}
        keyOf={(template) => template.id}
        nameOf={(template) => template.name}
        actions={(template) => [{ id: 'edit', label: t('edit'), run: () => turn(template.id) }, entry(template)]}
        empty={{ title: t('admin:templates.none'), text: t('admin:templates.noneText'), action: add }}
      />
      {open && <TemplateDialog id={open} onClose={() => turn(undefined)} />}
      {dialog}
    </div>
  )
}
