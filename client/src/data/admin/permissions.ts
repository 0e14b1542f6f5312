import { queryOptions } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

/** Every permission there is. */
export const permissionsQuery = queryOptions({
  queryKey: ['admin', '/permissions'],
  staleTime: Infinity,
  queryFn: () => request<Page<Schemas['PermissionResponse']>>('GET', '/permissions'),
})
