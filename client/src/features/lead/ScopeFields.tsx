import { Button, NativeSelect } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportScope } from '~/data/reports'
import { everything, isNarrowed } from './scope'
import styles from './ScopeFields.module.css'
import { useNameOf, useScopeChoices } from './use-scope-choices'

interface Props {
  scope: ReportScope
  onChange: (change: ReportScope) => void
}

/** Narrows the figures to a team, a priority, a service or a site; and back to all of them. */
export function ScopeFields({ scope, onChange }: Props) {
  const { t } = useTranslation()
  const fields = useScopeChoices()
  const nameOf = useNameOf()
  const first = useRef<HTMLSelectElement>(null)
  return (
    <>
      {fields.map((field, at) => {
        const { id, label, choices } = field
        const value = scope[id]
        // What the list has not, or not yet, must not look as if nothing was chosen.
        const missing = value && !choices?.some((choice) => choice.value === value)
        return (
          <NativeSelect
            key={id}
            ref={at === 0 ? first : undefined}
            className={styles.field}
            size="xs"
            label={label}
            value={value ?? ''}
            onChange={({ currentTarget }) => onChange({ [id]: currentTarget.value || undefined })}
            data={[
              { value: '', label: t(`lead:any.${id}`) },
              ...(choices ?? []),
              ...(missing ? [{ value, label: nameOf(field, value) }] : []),
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
