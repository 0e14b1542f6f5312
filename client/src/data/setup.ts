import { queryOptions } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'

/** Whether the installation lacks an administrator, and whether it is a demonstration. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  staleTime: 60_000,
  queryFn: () => request<Schemas['SetupResponse']>('GET', '/setup'),
})

export const runSetup = (body: {
  code: string
  userName: string
  name: string
  email: string | null
  password: string
}) => request<Schemas['SetupDone']>('POST', '/setup', { body })

export const resetPassword = (code: string, newPassword: string) =>
  request<void>('POST', '/session/reset', { body: { code, newPassword } })
