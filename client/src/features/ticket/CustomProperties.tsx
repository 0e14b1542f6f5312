import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { CustomFieldText } from '~/components/custom-fields/CustomFieldText'
import { customFieldsQuery, customValuesOf } from '~/data/custom-fields'
import { CustomProperty } from './CustomProperty'
import type { Update } from './use-update'

interface Props {
  incident: Incident
  update: Update
  /** The ticket takes no more changes. */
  over: boolean
}

/** What the organisation wants to know beyond what every ticket has; of retired fields only what the ticket holds. */
export function CustomProperties({ incident, update, over }: Props) {
  const { t } = useTranslation()
  const fields = useQuery(customFieldsQuery).data?.items ?? []
  const values = customValuesOf(incident)
  const shown = fields.filter((field) => field.active || values[field.key] !== undefined)
  if (shown.length === 0) return null
  return (
    <section className="stack" aria-labelledby="custom-fields">
      <h3 id="custom-fields">{t('desk:field.customFields')}</h3>
      {shown.map((field) =>
        field.active && !over ? (
          <CustomProperty key={field.key} field={field} incident={incident} update={update} />
        ) : (
          <p key={field.key}>
            <span className="dim">{field.name} </span>
            <CustomFieldText field={field} value={values[field.key]} />
          </p>
        ),
      )}
    </section>
  )
}
