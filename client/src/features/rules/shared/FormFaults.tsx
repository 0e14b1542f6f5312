import { useContext } from 'react'
import { useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormMeta } from '~/components/admin/form-meta'

/** Which fields are not right: they may stand in a part of the form that is not in view. */
export function FormFaults() {
  const { t } = useTranslation()
  const meta = useContext(FormMeta)
  const { errors } = useFormState()
  const names = Object.keys(errors).map((name) => meta.get(name)?.label ?? name)
  if (names.length === 0) return null
  return (
    <p role="alert" className="dim">
      {t('rules:faults', { fields: names.join(', ') })}
    </p>
  )
}
