import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** The kinds of records that people ask for by name. */
export const entities = [
  'user',
  'account',
  'grant',
  'role',
  'team',
  'teamMember',
  'site',
  'department',
  'incident',
  'category',
  'businessService',
  'customField',
  'configurationItem',
  'calendar',
  'holidaySet',
  'serviceLevelPolicy',
  'cannedReply',
  'ticketTemplate',
  'organisationSettings',
  'priorityMatrix',
  'dataImport',
  'savedView',
  'ticketTask',
  'ticketLink',
  'worklog',
  'attachment',
  'comment',
  'watcher',
  'ticketItem',
  'ticketEvent',
] as const

/** What a kind of record is called; its own name when there is no word for it. */
export function useEntityWords() {
  const { t } = useTranslation()
  return (entity: string) => (i18next.exists(`admin:entity.${entity}`) ? t(`admin:entity.${entity}`) : entity)
}

/** Where the words for a member stand, the most fitting first: siteId is a site, pending.reason has words of its own. */
export const memberKeys = (member: string): string[] => [
  `audit:member.${member.replaceAll('.', '_')}`,
  `admin:field.${member}`,
  `admin:field.${member.replace(/Ids?$/, '')}`,
  `rules:day.${member}`,
]

/** A text that is kept in each language tells which one it is: name.fr. */
export function inLanguage(member: string): { whole: string; language: 'en' | 'fr' } | undefined {
  const found = /^(.+)\.(en|fr)$/.exec(member)
  return found ? { whole: found[1]!, language: found[2] as 'en' | 'fr' } : undefined
}

/** What a member of a record is called; its own name when there is no word for it. */
export function useMemberWords() {
  const { t } = useTranslation()
  const word = (member: string): string => {
    const known = memberKeys(member).find((key) => i18next.exists(key))
    return known ? t(known) : member
  }
  return (member: string) => {
    const of = inLanguage(member)
    return of
      ? t('admin:form.inLanguage', { label: word(of.whole), language: t(`languages.${of.language}`) })
      : word(member)
  }
}

const state = (value: string) => `state.${value}`
const priority = (value: string) => `priority.${value}`
const level = (value: string) => `level.${value}`
const urgency = (value: string) => `urgency.${value}`
const pending = (value: string) => `desk:pending.${value}`

/** The words for the values of a member that is one of a few; those of one kind of record alone come under its name. */
const values: Record<string, (value: string) => string> = {
  state,
  'mergedFrom.state': state,
  'ticketTask.state': (value) => `audit:taskState.${value}`,
  'dataImport.state': (value) => `admin:imports.state.${value}`,
  priority,
  'priorityOverride.priority': priority,
  cells: priority,
  impact: level,
  urgency,
  channel: (value) => `lead:channel.${value}`,
  createdVia: (value) => `admin:audit.via.${value}`,
  practice: (value) => `rules:practice.${value}`,
  'pending.reason': pending,
  'mergedFrom.pendingReason': pending,
  'resolution.code': (value) => `desk:code.${value}`,
  visibility: (value) => `audit:visibility.${value}`,
  'ticketLink.type': (value) => `desk:link.${value}`,
  'customField.type': (value) => `rules:kind.${value}`,
  'ticketEvent.type': (value) => `desk:event.${value}`,
  scope: (value) => `admin:texts.scopes.${value}`,
  language: (value) => `languages.${value}`,
  permissions: (value) => `admin:permission.${value.replaceAll('.', '_')}`,
}

/** Where the words for a value stand, if the member is one of a few. */
export const valueKey = (entity: string, member: string, value: string): string | undefined =>
  (values[`${entity}.${member}`] ?? values[member])?.(value)

/** What a value of a member is called; itself when there is no word for it. */
export function useValueWords() {
  const { t } = useTranslation()
  return (entity: string, member: string, value: string) => {
    const key = valueKey(entity, member, value)
    if (!key || !i18next.exists(key)) return value
    // A priority is known by its letter and figure as much as by its word.
    return key.startsWith('priority.') ? t('audit:level', { level: value.toUpperCase(), words: t(key) }) : t(key)
  }
}
