import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { api, call } from '~/api/client'
import { ApiError } from '~/api/errors'
import { gate } from '~/api/gate'
import type { Session } from '~/api/types'
import { timeZone } from '~/i18n/format'
import { currentLanguage, isLanguage, speak, type Language } from '~/i18n'
import { forgetKept } from '~/lib/kept'

const signedIn = {
  get() {
    try {
      return localStorage.getItem('signedIn') === 'yes'
    } catch {
      return true
    }
  },
  set(yes: boolean) {
    try {
      if (yes) localStorage.setItem('signedIn', 'yes')
      else localStorage.removeItem('signedIn')
    } catch {
      // The server is asked each time then.
    }
  },
}

/** A session begins: its token, language and time zone apply from here on. */
export async function adopt(session: Session): Promise<Session> {
  gate.opened(session.antiforgeryToken)
  signedIn.set(true)
  timeZone.set(session.user.timeZone)
  const { language } = session.user
  if (isLanguage(language) && language !== currentLanguage()) await speak(language)
  return session
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async (): Promise<Session | null> => {
    // Whoever signed out (or never was here) need not be refused by the server first.
    if (!signedIn.get()) return null
    try {
      return await adopt(await call(api.GET('/api/v1/session')))
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        signedIn.set(false)
        return null
      }
      throw error
    }
  },
})

/** Asks anew who is signed in: rights, language or time zone may have changed. Answers come in the reader's language. */
export async function refreshSession(queryClient: QueryClient): Promise<void> {
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null
}

/** Whether the person may, as the server said. */
export function useMay() {
  const session = useSession()
  return (permission: string) => session?.permissions.includes(permission) ?? false
}

/** Speaks another language at once and from now on, on every device of the person. */
export async function chooseLanguage(queryClient: QueryClient, language: Language): Promise<void> {
  await speak(language)
  await call(api.PATCH('/api/v1/me', { body: { language } }))
  await refreshSession(queryClient)
}

export interface Credentials {
  userName: string
  password: string
  code?: string
}

export const signIn = async ({ userName, password, code }: Credentials): Promise<Session> =>
  adopt(await call(api.POST('/api/v1/session', { body: { userName, password, code: code || null } })))

export async function signOut(): Promise<void> {
  await call(api.DELETE('/api/v1/session'))
  gate.closed()
  forgetKept()
  signedIn.set(false)
}
