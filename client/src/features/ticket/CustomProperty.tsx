import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { CustomFieldInput } from '~/components/custom-fields/CustomFieldInput'
import { refusedField } from '~/components/custom-fields/refused-field'
import { isGiven, isNoNumber, isUnclear } from '~/components/custom-fields/use-custom-fields'
import { customValuesOf, type CustomField, type CustomValue } from '~/data/custom-fields'
import { customName } from './fields'
import type { Update } from './use-update'

interface Props {
  field: CustomField
  incident: Incident
  update: Update
}

interface Draft {
  value: CustomValue | undefined
  /** The ticket when the writing began. */
  from: Incident
}

const typed: readonly string[] = ['text', 'number', 'date']

/** One custom field where it stands: what is chosen counts at once, what is typed on leaving; Escape leaves it as it was. */
export function CustomProperty({ field, incident, update }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [refused, setRefused] = useState<ReturnType<typeof refusedField>>()
  const latest = useRef<Promise<Incident> | null>(null)
  const now = customValuesOf(incident)[field.key]
  const missing = draft !== null && field.required && !isGiven(draft.value)

  const drop = () => {
    setDraft(null)
    setRefused(undefined)
  }
  const keep = ({ value, from }: Draft) => {
    if (isNoNumber(value)) return undefined
    if (JSON.stringify(value ?? null) === JSON.stringify(now ?? null) && !latest.current) return drop()
    if (field.required && !isGiven(value)) return undefined
    if (field.type === 'date' && isUnclear(value)) return undefined
    const run = update.save({ [customName(field.key)]: value ?? null }, from)
    latest.current = run
    const settled = (refusal: ReturnType<typeof refusedField>) => {
      // What was chosen or typed meanwhile is on its way itself.
      if (latest.current !== run) return
      latest.current = null
      // What it does not take stays to be corrected, with the reason beside it.
      if (refusal) setRefused(refusal)
      else drop()
    }
    run.then(
      () => settled(undefined),
      (error: unknown) => settled(refusedField(error)),
    )
    return undefined
  }
  const change = (value: CustomValue | undefined) => {
    const next = { value, from: draft?.from ?? incident }
    setDraft(next)
    if (!typed.includes(field.type) && (field.type !== 'user' || value !== undefined)) keep(next)
  }
  return (
    // The keys act on the input inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft && typed.includes(field.type)) keep(draft)
        else if (event.key === 'Escape' && draft) {
          event.stopPropagation()
          drop()
        }
      }}
    >
      <CustomFieldInput
        field={field}
        size="xs"
        value={draft ? draft.value : now}
        error={
          missing
            ? t('required')
            : isNoNumber(draft?.value)
              ? t('customField.notNumber')
              : refused?.key === field.key
                ? t(refused.text)
                : undefined
        }
        onChange={change}
        onBlur={() => draft && keep(draft)}
        onDone={(value) => keep({ value, from: draft?.from ?? incident })}
      />
    </div>
  )
}
