import { Link } from '@tanstack/react-router'
import type { Schemas } from '~/api/types'

interface Props {
  id: string
  /** What the ids of the entry stand for. */
  records: Schemas['AuditEntryResponse']['records']
  /** Where it stands in something that is pressed itself. */
  plain?: boolean
}

/** A record by its name while it is there, else by its id; a membership by its team and its person. */
export function RecordName({ id, records, plain }: Props) {
  if (id.includes('/'))
    return id.split('/').map((part, at) => (
      <span key={part}>
        {at > 0 && ', '}
        <RecordName id={part} records={records} plain={plain} />
      </span>
    ))
  const record = records.find((each) => each.id === id)
  if (!record) return <code>{id.length > 13 ? `…${id.slice(-12)}` : id}</code>
  if (!plain && practices.includes(record.kind))
    return (
      <Link to="/t/$ref" params={{ ref: record.name }}>
        {record.name}
      </Link>
    )
  const to = plain ? undefined : pages[record.kind as keyof typeof pages]
  return to ? (
    <Link to={to} params={{ id }}>
      {record.name}
    </Link>
  ) : (
    <strong>{record.name}</strong>
  )
}

const practices = ['incident', 'request', 'problem', 'change']

const pages = {
  user: '/admin/users/$id',
  team: '/admin/teams/$id',
  serviceAccount: '/admin/service-accounts/$id',
  calendar: '/admin/calendars/$id',
  policy: '/admin/policies/$id',
  holidaySet: '/admin/holiday-sets/$id',
} as const satisfies Record<string, string>
