import { vi } from 'vitest'

/** What the server was asked. */
export interface Asked {
  method: string
  /** Below the version. */
  path: string
  query: URLSearchParams
  body: Record<string, unknown> | undefined
  headers: Headers
}

/** A refusal, as the server words it. */
export const problem = (status: number, body: Record<string, unknown>): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } })

/** Answers in the server's place until the globals are put back, and keeps what it was asked. To throw is a line that broke. */
export function serve(answer: (asked: Asked) => unknown): Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('fetch', async (input: string | Request) => {
    const request = typeof input === 'string' ? new Request(new URL(input, location.origin)) : input
    const url = new URL(request.url)
    const text = await request.clone().text()
    const asked: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : undefined,
      headers: request.headers,
    }
    all.push(asked)
    const given = await answer(asked)
    if (given instanceof Response) return given
    return new Response(JSON.stringify(given ?? {}), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  return all
}
