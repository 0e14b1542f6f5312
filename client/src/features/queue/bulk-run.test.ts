import { afterEach, describe, expect, it, vi } from 'vitest'
import { problem, serve, type Asked } from '~/test/serve'
import { chunksOf, runChunks, stepOf } from './bulk-run'

afterEach(() => void vi.unstubAllGlobals())

const rows = Array.from({ length: 450 }, (_, at) => ({ id: `${at}` }))
const idsOf = ({ body }: Asked) => body!.ids as string[]
const keyOf = ({ headers }: Asked) => headers.get('Idempotency-Key')
const answer = (asked: Asked) => ({
  results: idsOf(asked).map((id) => ({ id, ok: true, problem: null })),
  dryRun: false,
})
const sizes = (asked: readonly Asked[]) => asked.map((each) => idsOf(each).length)

describe('the same to many tickets', () => {
  it('goes in pieces of what the server takes, each under a key of its own', async () => {
    const asked = serve(answer)
    const told: number[] = []
    const { results } = await runChunks(chunksOf([stepOf('assign', {}, rows)]), (count) => told.push(count) > 0)
    expect(sizes(asked)).toEqual([200, 200, 50])
    expect(told).toEqual([200, 400, 450])
    expect(results.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    expect(new Set(asked.map(keyOf)).size).toBe(3)
  })

  it('stops between two pieces when it is told to', async () => {
    const asked = serve(answer)
    const { results } = await runChunks(chunksOf([stepOf('assign', {}, rows)]), (count) => count < 400)
    expect(sizes(asked)).toEqual([200, 200])
    expect(results).toHaveLength(400)
  })

  it('sends a piece again under the same key when the line broke', async () => {
    let broken = true
    const asked = serve((each) => {
      if (!broken) return answer(each)
      broken = false
      throw new TypeError('Failed to fetch')
    })
    const { results } = await runChunks(chunksOf([stepOf('assign', {}, rows.slice(0, 3))]), () => true)
    expect(results).toHaveLength(3)
    expect(asked.map(keyOf)).toEqual([keyOf(asked[0]!), keyOf(asked[0]!)])
  })

  it('keeps what was done when a later piece fails, and throws when nothing was', async () => {
    const refuse = () => problem(400, { code: 'bulk.arguments' })
    serve((each) => (idsOf(each)[0] === '0' ? answer(each) : refuse()))
    const run = await runChunks(chunksOf([stepOf('assign', {}, rows)]), () => true)
    expect(run.results).toHaveLength(200)
    expect(run.failure).toMatchObject({ code: 'bulk.arguments' })
    serve(refuse)
    await expect(runChunks(chunksOf([stepOf('assign', {}, rows)]), () => true)).rejects.toMatchObject({ status: 400 })
  })
})
