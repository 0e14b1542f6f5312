import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { DateBox } from '~/components/DateBox'
import { PersonBox } from '~/components/PersonBox'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import type { AuditSearch } from '~/components/admin/search'
import { PageHeader } from '~/components/PageHeader'
import { TimeAgo } from '~/components/TimeAgo'
import { listQuery } from '~/data/admin/resource'
import { userQuery } from '~/data/people'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { AuditEntry } from './AuditEntry'
import { endOfDay, startOfDay } from './day-bounds'
import { RecordName } from './RecordName'
import { entities, useEntityWords } from './words'

type Entry = Schemas['AuditEntryResponse']

const columns: Column<Entry>[] = [
  { id: 'what', label: 'admin:audit.what', cell: (entry) => <AuditEntry entry={entry} /> },
  { id: 'who', label: 'admin:audit.who', cell: (entry) => entry.actor.name },
  { id: 'when', label: 'admin:audit.when', phone: 'aside', cell: (entry) => <TimeAgo at={entry.at} /> },
  { id: 'from', label: 'admin:audit.where', cell: (entry) => <Where entry={entry} /> },
]

function Where({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const via = (['session', 'token', 'import', 'system'] as const).find((each) => each === entry.via)
  return (
    <span className="meta">
      {via ? t(`admin:audit.via.${via}`) : entry.via}
      {entry.remoteAddress && ` · ${entry.remoteAddress}`}
    </span>
  )
}

/** Who changed what, when and from where, with the values before and after. */
export function AuditPage() {
  const { t } = useTranslation()
  const words = useEntityWords()
  const zone = useStore(timeZone)
  const search = useSearch({ from: '/_app/admin/audit' })
  const navigate = useNavigate({ from: '/admin/audit' })
  const narrow = useCallback(
    (change: AuditSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const { entity, entityId, action, actor, from, to } = search
  const query = useInfiniteQuery(
    listQuery<Entry>('/audit', {
      entity,
      entityId,
      action,
      actor,
      from: from && startOfDay(from, zone),
      to: to && endOfDay(to, zone),
    }),
  )
  const person = useQuery({ ...userQuery(actor ?? ''), enabled: actor !== undefined }).data
  const filtered = Object.values(search).some((value) => value !== undefined)
  return (
    <div className="stack">
      <PageHeader title={t('admin:audit.title')} />
      <FilterBar
        value={{ ...search }}
        onChange={narrow}
        choices={[
          {
            name: 'entity',
            label: t('admin:audit.entity'),
            options: [
              ['', t('admin:audit.anyEntity')],
              ...entities.map((each) => [each, words(each)] as const),
              ...(entity && !entities.some((each) => each === entity) ? [[entity, entity] as const] : []),
            ],
          },
          {
            name: 'action',
            label: t('admin:audit.act'),
            options: [
              ['', t('admin:audit.anyAct')],
              ...(['added', 'changed', 'removed'] as const).map(
                (each) => [each, t(`admin:audit.acts.${each}`)] as const,
              ),
            ],
          },
        ]}
      >
        <PersonBox
          label={t('admin:audit.who')}
          value={actor ? { id: actor, name: person?.name ?? '…' } : null}
          onChange={(chosen) => narrow({ actor: chosen?.id })}
        />
        <DateBox
          label={t('admin:audit.from')}
          value={from ?? ''}
          onDone={(date) => narrow({ from: date || undefined })}
        />
        <DateBox label={t('admin:audit.to')} value={to ?? ''} onDone={(date) => narrow({ to: date || undefined })} />
      </FilterBar>
      {entityId && (
        <div className="row">
          <span>
            {t('admin:audit.only')} <RecordName id={entityId} records={query.data?.pages[0]?.items[0]?.records ?? []} />
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<X size={14} aria-hidden />}
            onClick={() => narrow({ entityId: undefined })}
          >
            {t('admin:audit.all')}
          </Button>
        </div>
      )}
      <ResourceTable
        name={t('admin:audit.title')}
        query={query}
        columns={columns}
        keyOf={(entry) => String(entry.id)}
        nameOf={(entry) => String(entry.id)}
        empty={{ title: t('admin:audit.none') }}
        onClear={filtered ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
    </div>
  )
}
