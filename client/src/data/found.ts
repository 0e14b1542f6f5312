import { notFound } from '@tanstack/react-router'
import { ApiError } from '~/api/errors'

/**
 * What a page is about, read before it is shown. That there is no such thing is an answer and no failure: the page says so,
 * with the trace id, and the console stays silent.
 */
export async function found<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) throw notFound({ data: { traceId: error.traceId } })
    throw error
  }
}
