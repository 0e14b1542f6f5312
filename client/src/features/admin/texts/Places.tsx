import { useTranslation } from 'react-i18next'

const names = [
  'requester.name',
  'requester.firstName',
  'requester.email',
  'ticket.reference',
  'ticket.title',
  'ticket.priority',
  'assignee.name',
  'team.name',
  'service.name',
  'site.name',
  'me.name',
  'me.firstName',
  'me.email',
  'today',
] as const

/** The places that are filled when a prepared text is used. */
export function Places() {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{t('admin:texts.places')}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
