import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Named } from '~/api/types'
import { PersonBox } from '~/components/PersonBox'
import { userQuery } from '~/data/people'
import { useMay, useSession } from '~/data/session'
import { customFieldId, type CustomFieldInputProps } from './input-props'

/** A person; whoever cannot look people up can name themselves. */
export function PersonValueBox({ field, value, onChange, error, size, onBlur }: CustomFieldInputProps) {
  const may = useMay()
  const me = useSession()?.user
  const id = typeof value === 'string' ? value : ''
  const [picked, setPicked] = useState<Named | null>(null)
  const looksUp = may('users.read')
  const known = useQuery({ ...userQuery(id), enabled: looksUp && id !== '' && picked?.id !== id }).data
  const common = { label: field.name, required: field.required, error, size, onBlur }
  if (!looksUp)
    return (
      <NativeSelect
        {...common}
        id={customFieldId(field.key)}
        value={id}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        data={[{ value: '', label: '—' }, ...(me ? [{ value: me.id, label: me.name }] : [])]}
      />
    )
  return (
    <PersonBox
      {...common}
      id={customFieldId(field.key)}
      value={id === '' ? null : picked?.id === id ? picked : { id, name: known?.name ?? '' }}
      onChange={(person) => {
        setPicked(person)
        onChange(person?.id)
      }}
    />
  )
}
