import { isUnreachable } from '~/api/errors'

/** What was written goes out as soon as the server is there, however long that takes; the same key makes it happen once. */
export const untilSent = {
  retry: (_failures: number, error: Error) => isUnreachable(error),
  retryDelay: (failures: number) => Math.min(10_000, 1_000 * 2 ** failures),
}

interface Sending {
  isPending: boolean
  isPaused: boolean
  failureCount: number
}

/** It could not be sent yet, and is kept. */
export const isKept = ({ isPending, isPaused, failureCount }: Sending): boolean =>
  isPaused || (isPending && failureCount > 0)
