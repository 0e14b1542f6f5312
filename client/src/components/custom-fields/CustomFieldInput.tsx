import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateBox } from '~/components/DateBox'
import { customFieldId, type CustomFieldInputProps } from './input-props'
import { NumberBox } from './NumberBox'
import { OptionsBox } from './OptionsBox'
import { PersonValueBox } from './PersonValueBox'

const longest = 10_000

/** A custom field by the browser's own control for its kind. */
export function CustomFieldInput(props: CustomFieldInputProps) {
  const { t } = useTranslation()
  const { field, value, onChange, error, size = 'sm', onBlur } = props
  const common = { id: customFieldId(field.key), label: field.name, required: field.required, error, size, onBlur }
  const select = (chosen: string, options: readonly (readonly [value: string, label: string])[]) => (
    <NativeSelect
      {...common}
      value={chosen}
      onChange={(event) => {
        const next = event.currentTarget.value
        onChange(next === '' ? undefined : field.type === 'boolean' ? next === 'true' : next)
      }}
      data={[{ value: '', label: '—' }, ...options.map(([option, label]) => ({ value: option, label }))]}
    />
  )
  switch (field.type) {
    case 'date':
      return (
        <DateBox
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={(date) => onChange(date || undefined)}
          onDone={(date) => props.onDone?.(date || undefined)}
        />
      )
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={longest}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
    case 'number':
      return <NumberBox {...common} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
    case 'boolean':
      // "No" is an answer as well: it differs from none.
      return select(typeof value === 'boolean' ? String(value) : '', [
        ['true', t('customField.yes')],
        ['false', t('customField.no')],
      ])
    case 'choice': {
      const chosen = typeof value === 'string' ? value : ''
      const known = field.options.map((option) => [option.key, option.name] as const)
      // What a ticket holds stays in view when it is offered no more.
      return select(
        chosen,
        chosen === '' || known.some(([key]) => key === chosen) ? known : [[chosen, chosen], ...known],
      )
    }
    case 'multiChoice':
      return <OptionsBox {...props} />
    case 'user':
      return <PersonValueBox {...props} />
  }
}
