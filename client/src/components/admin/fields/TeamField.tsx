import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '~/api/types'
import { choicesQuery } from '~/data/admin/resource'
import { SelectField } from './SelectField'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  none?: string
}

/** A team that is in use; the field's value is its id or ''. */
export function TeamField(props: Props) {
  const teams = useQuery(choicesQuery<Schemas['TeamRow']>('/teams', { active: true })).data?.items ?? []
  return <SelectField {...props} options={teams.map((team) => [team.id, team.name] as const)} />
}
