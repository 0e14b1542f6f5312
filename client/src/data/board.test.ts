import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { boardQuery } from './board'

const read = (...query: Parameters<typeof boardQuery>) => new QueryClient().fetchQuery(boardQuery(...query))

describe('the board', () => {
  it('asks once for all figures, narrowed as the page is', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (request: Request) => {
      const { pathname, search } = new URL(request.url)
      asked.push(pathname + search)
      return Response.json({ rows: [], total: {} })
    })
    await read({}, 'teamId')
    await read({ priority: 'p1,p2', siteId: 'here' }, 'priority')
    expect(asked).toEqual([
      '/api/v1/reports/live-board?groupBy=team',
      '/api/v1/reports/live-board?groupBy=priority&priority=p1%2Cp2&siteId=here',
    ])
  })
})
