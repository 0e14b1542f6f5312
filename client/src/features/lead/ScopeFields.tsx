import { Button, NativeSelect } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportScope } from '~/data/reports'
import { everything, isNarrowed } from './scope'
import { useScopeChoices } from './use-scope-choices'

interface Props {
  scope: ReportScope
  onChange: (change: ReportScope) => void
}

/** Narrows the figures to a team, a priority, a service or a site; and back to all of them. */
export function ScopeFields({ scope, onChange }: Props) {
  const { t } = useTranslation()
  const fields = useScopeChoices()
  const first = useRef<HTMLSelectElement>(null)
  return (
    <>
      {fields.map(({ id, label, choices }, at) => {
        const value = scope[id]
        // One that the list has not, or not yet, must not look as if nothing was chosen.
        const missing = value && !choices?.some((choice) => choice.value === value)
        return (
          <NativeSelect
            key={id}
            ref={at === 0 ? first : undefined}
            size="xs"
            label={label}
            value={value ?? ''}
            onChange={({ currentTarget }) => onChange({ [id]: currentTarget.value || undefined })}
            data={[
              { value: '', label: t(`lead:any.${id}`) },
              ...(choices ?? []),
              ...(missing ? [{ value, label: choices ? t('lead:filter.unknown') : '…' }] : []),
            ]}
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
