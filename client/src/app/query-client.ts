import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '~/api/errors'

/** Reading again helps only when the server was not reached or was busy. */
const worthAnotherTry = (failures: number, error: Error) =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthAnotherTry, refetchOnWindowFocus: true },
    mutations: { retry: worthAnotherTry },
  },
})
