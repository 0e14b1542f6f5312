import createClient from 'openapi-fetch'
import { randomId } from '~/lib/ids'
import { ApiError } from './errors'
import { gate } from './gate'
import type { paths } from './schema'

const isSession = (request: Request) => new URL(request.url).pathname === '/api/v1/session'

/** Secrets are shown once and kept by nobody: these refuse a key, as they could not give the answer again. */
const takesNoKey =
  /^\/api\/v1\/(tokens|service-accounts\/[^/]+\/tokens|users\/[^/]+\/reset-link|me\/(password|two-factor(\/.+)?))$/

function prepare(request: Request): Request {
  const token = gate.token()
  if (request.method !== 'GET' && token) request.headers.set('X-XSRF-TOKEN', token)
  return request
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(prepare(request))
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new ApiError(0, {})
  }
}

/**
 * Every request of the pages. A write carries a key, so that sending it again does it once; one that is refused because the
 * session ended waits until the person has signed in again, with what they typed untouched.
 */
export async function guardedFetch(request: Request): Promise<Response> {
  if (takesNoKey.test(new URL(request.url).pathname)) request.headers.delete('Idempotency-Key')
  else if (request.method === 'POST' && !isSession(request) && !request.headers.has('Idempotency-Key'))
    request.headers.set('Idempotency-Key', randomId())
  const again = request.clone()
  const response = await send(request)
  if (response.status !== 401 || isSession(request) || !gate.token()) return response
  await gate.askAgain()
  return send(again)
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: guardedFetch })

/** The data of a call, or the problem as an exception. */
export async function call<T>(
  promise: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await promise
  if (response.ok) return data as NonNullable<T>
  const wait = Number(response.headers.get('Retry-After'))
  throw new ApiError(
    response.status,
    typeof error === 'object' && error ? (error as Record<string, unknown>) : {},
    wait > 0 ? wait : undefined,
  )
}
