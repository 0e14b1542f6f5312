import { isNotFound } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { ApiError } from '~/api/errors'
import { found } from './found'

describe('what a page is about', () => {
  it('is handed on when it is there', async () => {
    expect(await found(Promise.resolve(1))).toBe(1)
  })

  it('is not found, with the trace id, when the server knows of nothing', async () => {
    const thrown: unknown = await found(Promise.reject(new ApiError(404, { traceId: 'abc' }))).catch(
      (error: unknown) => error,
    )
    expect(isNotFound(thrown)).toBe(true)
    expect(thrown).toMatchObject({ data: { traceId: 'abc' } })
  })

  it('fails as it failed otherwise', async () => {
    const failure = new ApiError(500, {})
    await expect(found(Promise.reject(failure))).rejects.toBe(failure)
  })
})
