import { queryOptions } from '@tanstack/react-query'
import { request, requestAll } from '~/api/raw'
import type { Named, Page, Schemas } from '~/api/types'
import { currentLanguage } from '~/i18n'

export type UserRow = Schemas['UserRow']

export type UserDetails = Schemas['UserResponse']

export type Team = Schemas['TeamRow']

interface Service {
  id: string
  name: string
  key: string
  active: boolean
}

export const usersQuery = (filter: Record<string, string | boolean | number | undefined>) =>
  queryOptions({
    queryKey: ['users', filter],
    staleTime: 60_000,
    queryFn: ({ signal }) => request<Page<UserRow>>('GET', '/users', { query: { limit: 50, ...filter }, signal }),
  })

/** All of them, to choose one. */
export const allUsersQuery = (filter: Record<string, string | boolean | undefined>) =>
  queryOptions({
    queryKey: ['users', 'all', filter],
    staleTime: 60_000,
    queryFn: ({ signal }) => requestAll<Page<UserRow>>('/users', filter, signal),
  })

/** What anybody may know of the others: names. */
export const colleaguesQuery = (q: string) =>
  queryOptions({
    queryKey: ['colleagues', q],
    staleTime: 60_000,
    queryFn: ({ signal }) => request<Page<Named>>('GET', '/colleagues', { query: { q }, signal }),
  })

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id],
    staleTime: 60_000,
    queryFn: () => request<UserDetails>('GET', `/users/${id}`),
  })

const choices = <T extends { id: string }>(path: string) =>
  queryOptions({
    queryKey: ['choices', path],
    staleTime: 300_000,
    queryFn: ({ signal }) => requestAll<Page<T>>(path, {}, signal),
  })

export const teamsQuery = choices<Team>('/teams')
export const sitesQuery = choices<{ id: string; name: string; active: boolean }>('/sites')
export const categoriesQuery = choices<Schemas['CategoryResponse']>('/categories')

const byName = ({ items, ...page }: Page<Service>) => {
  const { compare } = new Intl.Collator(currentLanguage())
  return { ...page, items: items.toSorted((one, other) => compare(one.name, other.name)) }
}

/** In the order of their names, which differs by language; the server's is that of their keys. */
export const servicesQuery = queryOptions({ ...choices<Service>('/services'), select: byName })
