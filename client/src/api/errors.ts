/** What the server refused, as an RFC 9457 problem; status 0 means that it was not reached. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly traceId: string | undefined
  /** Messages by the member they are about. */
  readonly errors: Record<string, string[]>
  /** Everything else the problem says: current, changes, newer, permission and so on. */
  readonly body: Record<string, unknown>
  readonly retryAfter: number | undefined

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined)
    super(text('detail') ?? text('title') ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = text('code') ?? (status === 0 ? 'offline' : 'unexpected')
    this.traceId = text('traceId')
    this.errors = (body.errors as Record<string, string[]> | undefined) ?? {}
    this.body = body
    this.retryAfter = retryAfter
  }

  static async of(response: Response): Promise<ApiError> {
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
    const wait = Number(response.headers.get('Retry-After'))
    return new ApiError(response.status, body, wait > 0 ? wait : undefined)
  }
}

/** Nothing answered, or what stands before a server that is away: it may be asked again. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiError && [0, 502, 503, 504].includes(error.status)

export const isProblem = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code
