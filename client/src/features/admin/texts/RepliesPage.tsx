import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import type { ListSearch } from '~/components/admin/search'
import { PageHeader } from '~/components/PageHeader'
import { TimeAgo } from '~/components/TimeAgo'
import { listQuery } from '~/data/admin/resource'
import { ReplyDialog } from './ReplyDialog'
import { SharedWith } from './SharedWith'
import { useRemoval } from './use-removal'

type Reply = Schemas['ReplyResponse']

const columns: Column<Reply>[] = [
  {
    id: 'name',
    label: 'admin:field.name',
    cell: (reply) => (
      <Link from="/admin/replies" to="." search={(before) => ({ ...before, open: reply.id })}>
        {reply.name}
      </Link>
    ),
  },
  { id: 'scope', label: 'admin:texts.scope', phone: 'aside', cell: (reply) => <SharedWith {...reply} /> },
  { id: 'owner', label: 'admin:texts.owner', cell: (reply) => reply.owner.name },
  { id: 'updated', label: 'admin:texts.updated', cell: (reply) => <TimeAgo at={reply.updatedAt} /> },
]

/** Answers that are written once and used often. */
export function RepliesPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/admin/replies' })
  const navigate = useNavigate({ from: '/admin/replies' })
  const narrow = useCallback(
    (change: ListSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(listQuery<Reply>('/replies', { q: search.q }))
  const { entry, dialog } = useRemoval('/replies')
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('admin:replies.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('admin:replies.title')}>{add}</PageHeader>
      <FilterBar value={{ ...search }} onChange={narrow} search={t('admin:replies.find')} />
      <ResourceTable
        name={t('admin:replies.title')}
        query={query}
        columns={columns}
        keyOf={(reply) => reply.id}
        nameOf={(reply) => reply.name}
        actions={(reply) => [{ id: 'edit', label: t('edit'), run: () => narrow({ open: reply.id }) }, entry(reply)]}
        empty={{ title: t('admin:replies.none'), text: t('admin:replies.noneText'), action: add }}
        onClear={search.q ? () => narrow({ q: undefined }) : undefined}
      />
      {search.open && <ReplyDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
