import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportScope } from '~/data/reports'
import { everything, isNarrowed, valuesOf } from './scope'
import { SeveralField } from './SeveralField'
import { useNameOf, useScopeChoices } from './use-scope-choices'

interface Props {
  scope: ReportScope
  onChange: (change: ReportScope) => void
}

/** Narrows the figures to teams, priorities, services or sites; and back to all of them. */
export function ScopeFields({ scope, onChange }: Props) {
  const { t } = useTranslation()
  const fields = useScopeChoices()
  const nameOf = useNameOf()
  const first = useRef<HTMLButtonElement>(null)
  return (
    <>
      {fields.map((field, at) => {
        const { id, label, choices } = field
        const chosen = valuesOf(scope[id])
        // What the list has not, or not yet, must not look as if nothing was chosen.
        const missing = chosen.filter((value) => !choices?.some((choice) => choice.value === value))
        return (
          <SeveralField
            key={id}
            buttonRef={at === 0 ? first : undefined}
            label={label}
            words={chosen.length > 0 ? nameOf(field, chosen) : t(`lead:any.${id}`)}
            any={t(`lead:any.${id}`)}
            chosen={chosen}
            options={[...(choices ?? []), ...missing.map((value) => ({ value, label: nameOf(field, [value]) }))]}
            onChange={(values) => onChange({ [id]: values.join(',') || undefined })}
          />
        )
      })}
      {isNarrowed(scope) && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            onChange(everything)
            // The button goes; whoever uses keys stays among the filters.
            first.current?.focus()
          }}
        >
          {t('lead:filter.clear')}
        </Button>
      )}
    </>
  )
}
