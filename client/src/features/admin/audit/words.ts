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

/** What a member of a record is called: siteId is a site; its own name when there is no word for it. */
export function useMemberWords() {
  const { t } = useTranslation()
  return (member: string) => {
    const plain = member.replace(/Ids?$/, '')
    const known = [`admin:field.${member}`, `admin:field.${plain}`].find((key) => i18next.exists(key))
    return known ? t(known) : member
  }
}
