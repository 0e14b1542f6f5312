import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Named } from '~/api/types'
import { PersonBox } from '~/components/PersonBox'
import { userQuery } from '~/data/people'
import { useMay, useSession } from '~/data/session'
import { customFieldId, type CustomFieldInputProps } from './input-props'

/** A person; whoever may not read people knows the name of one they chose themselves, and their own. */
export function PersonValueBox({ field, value, onChange, error, size, onBlur }: CustomFieldInputProps) {
  const may = useMay()
  const me = useSession()?.user
  const id = typeof value === 'string' ? value : ''
  const [picked, setPicked] = useState<Named | null>(null)
  const looksUp = may('users.read')
  const known = useQuery({ ...userQuery(id), enabled: looksUp && id !== '' && picked?.id !== id }).data
  const common = { label: field.name, required: field.required, error, size, onBlur }
  return (
    <PersonBox
      {...common}
      id={customFieldId(field.key)}
      value={
        id === '' ? null : picked?.id === id ? picked : { id, name: known?.name ?? (me?.id === id ? me.name : '') }
      }
      onChange={(person) => {
        setPicked(person)
        onChange(person?.id)
      }}
    />
  )
}
