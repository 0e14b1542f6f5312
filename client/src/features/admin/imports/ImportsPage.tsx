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
import { ImportState } from './ImportState'
import { StartImportDialog } from './StartImportDialog'

type Import = Schemas['ImportSummary']

const columns: Column<Import>[] = [
  {
    id: 'file',
    label: 'admin:imports.file',
    cell: (run) => (
      <Link to="/admin/imports/$id" params={{ id: run.id }}>
        {run.fileName}
      </Link>
    ),
  },
  { id: 'state', label: 'admin:field.state', phone: 'aside', cell: (run) => <ImportState state={run.state} /> },
  { id: 'rows', label: 'admin:imports.rowsRead', phone: 'none', align: 'end', cell: (run) => run.rowsRead },
  { id: 'made', label: 'admin:imports.created', phone: 'none', align: 'end', cell: (run) => run.ticketsCreated },
  { id: 'refused', label: 'admin:imports.rejected', phone: 'none', align: 'end', cell: (run) => run.rowsRejected },
  { id: 'who', label: 'admin:audit.who', cell: (run) => run.requestedBy.name },
  { id: 'when', label: 'admin:audit.when', cell: (run) => <TimeAgo at={run.createdAt} /> },
]

const underWay = (run: Import) => run.state === 'queued' || run.state === 'running'

/** Files of other systems that were taken in, and those that are on their way. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { open } = useSearch({ from: '/_app/admin/imports/' })
  const navigate = useNavigate({ from: '/admin/imports/' })
  const turn = (open: string | undefined) => void navigate({ search: { open }, replace: true })
  const query = useInfiniteQuery({
    ...listQuery<Import>('/imports'),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((each) => underWay(each))) ? 2_000 : false,
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => turn('new')}>
      {t('admin:imports.start')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:imports.title')}>{add}</PageHeader>
      <p>
        {t('admin:imports.people')} <Link to="/admin/users/import">{t('admin:userImport.title')}</Link>
      </p>
      <ResourceTable
        name={t('admin:imports.title')}
        query={query}
        columns={columns}
        keyOf={(run) => run.id}
        nameOf={(run) => run.fileName}
        empty={{ title: t('admin:imports.none'), text: t('admin:imports.noneText'), action: add }}
      />
      {open === 'new' && (
        <StartImportDialog
          onClose={() => turn(undefined)}
          onStarted={(run) => void navigate({ to: '/admin/imports/$id', params: { id: run.id } })}
        />
      )}
    </div>
  )
}
