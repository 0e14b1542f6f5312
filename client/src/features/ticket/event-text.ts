import type { TFunction } from 'i18next'
import type { TimelineEntry } from '~/data/incidents'

const text = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : ''

/** What changed by going away is told in words of its own. */
const gone: Partial<Record<TimelineEntry['type'], string>> = {
  taskChanged: 'taskRemoved',
  worklogChanged: 'worklogRemoved',
}

/** What an event of the timeline says, in one line. */
export function eventText(entry: TimelineEntry, t: TFunction, customName = (key: string) => key): string {
  const { details, names } = entry
  const named = (key: string) => names[text(details[key])] ?? text(details[key])
  const all = Object.values(names).join(', ')
  const word = (area: string, key: string) => {
    const value = text(details[key])
    return value ? t(`${area}.${value}`, { defaultValue: value }) : ''
  }
  const values: Record<string, () => string> = {
    assigned: () => [named('team'), named('assignee')].filter(Boolean).join(' · ') || all,
    held: () => word('desk:pending', 'reason'),
    resolved: () => word('desk:code', 'code'),
    cancelled: () => text(details.reason),
    reopened: () => text(details.text),
    priorityChanged: () => [text(details.from), text(details.to)].filter(Boolean).join(' → ').toUpperCase(),
    priorityOverridden: () => [text(details.to).toUpperCase(), text(details.reason)].filter(Boolean).join(' · '),
    fieldsChanged: () => {
      const fields = Array.isArray(details.fields) ? details.fields : []
      const keys = Array.isArray(details.keys) ? details.keys : []
      return fields
        .flatMap((field) =>
          field === 'customFields' && keys.length > 0
            ? keys.map((key) => customName(text(key)))
            : t(`desk:field.${text(field)}`, { defaultValue: text(field) }),
        )
        .join(', ')
    },
    taskAdded: () => text(details.title),
    taskChanged: () => text(details.title),
    worklogAdded: () => `${text(details.minutes)} min`,
    attachmentAdded: () => text(details.name),
    attachmentRemoved: () => text(details.name),
    majorDeclared: () => text(details.summary),
    majorUpdated: () => text(details.status),
    redacted: () => {
      const parts = Array.isArray(details.parts) ? details.parts : []
      return [...parts.map((part) => t(`desk:redact.part.${text(part)}`)), text(details.reason)]
        .filter(Boolean)
        .join(' · ')
    },
    imported: () => '',
    opened: () => '',
    closed: () => '',
    started: () => '',
  }
  const type = details.removed === true ? (gone[entry.type] ?? entry.type) : entry.type
  const what = (values[entry.type] ?? (() => all))()
  return t(`desk:event.${type}`) + (what ? ` — ${what}` : '')
}
