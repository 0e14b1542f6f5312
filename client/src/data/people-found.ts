import { useQuery } from '@tanstack/react-query'
import type { Named } from '~/api/types'
import { colleaguesQuery, usersQuery, type UserRow } from './people'
import { useMay } from './session'

/** Who has no right to read people is told names alone. */
export type FoundPerson = Named & Partial<UserRow>

export const fewestLetters = 2

/** Active people by the beginning of a name, a user name or an address, or by a telephone number; nothing while it is not asked for. */
export function usePeopleFound(q: string, wanted: boolean) {
  const asked = wanted && q.length >= fewestLetters
  const reads = useMay()('users.read')
  const users = useQuery({ ...usersQuery({ q, active: true, limit: 8 }), enabled: asked && reads })
  const colleagues = useQuery({ ...colleaguesQuery(q), enabled: asked && !reads })
  const known: readonly FoundPerson[] | undefined = (reads ? users.data : colleagues.data)?.items
  return { people: asked ? (known ?? []) : [], answered: asked && known !== undefined, reads }
}
