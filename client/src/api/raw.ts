import { guardedFetch } from './client'
import { ApiError } from './errors'

interface Options {
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

export function queryString(query: Options['query'] = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const each of Array.isArray(value) ? value : [value]) params.append(name, String(each))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** A call whose path is computed; the answer's type is the caller's to name, from the contract. */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const { query, body, headers = {}, signal } = options
  const form = body instanceof FormData
  const response = await guardedFetch(
    new Request(`${location.origin}/api/v1${path}${queryString(query)}`, {
      method,
      headers: { ...(body !== undefined && !form ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
      signal,
    }),
  )
  if (!response.ok) throw await ApiError.of(response)
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
}

/** A list with all its pages: what can be chosen or is counted has to be there whole. */
export async function requestAll<P extends { items: readonly unknown[]; nextCursor: string | null }>(
  path: string,
  query: Options['query'] = {},
  signal?: AbortSignal,
): Promise<P> {
  const items: unknown[] = []
  let cursor: string | null | undefined
  for (;;) {
    const page: P = await request('GET', path, { query: { limit: 200, ...query, cursor }, signal })
    items.push(...page.items)
    cursor = page.nextCursor
    if (!cursor) return { ...page, items }
  }
}
