import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { boardQuery } from './board'

interface Ticket {
  priority: string
  team: { id: string; name: string } | null
  late?: boolean
}

const network = { id: 'network', name: 'Network' }
const desk = { id: 'desk', name: 'Service Desk' }

/** A server that has these tickets open, answers lists of them, and tells what it was asked. */
function serve(tickets: readonly Ticket[]) {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const query = new URL(request.url).searchParams
    asked.push(query)
    const found = tickets.filter(
      (ticket) =>
        query.get('open') === 'true' &&
        !query.has('major') &&
        query.get('q') === null &&
        (query.get('sla') === null || ticket.late) &&
        (query.get('teamId') ?? ticket.team?.id ?? 'none') === (ticket.team?.id ?? 'none') &&
        (query.get('priority') ?? ticket.priority) === ticket.priority,
    )
    return Response.json({
      items: found.slice(0, Number(query.get('limit'))),
      total: found.length,
      totalCapped: false,
      nextCursor: null,
    })
  })
  return asked
}

const tickets: Ticket[] = [
  { priority: 'p1', team: network, late: true },
  { priority: 'p3', team: network },
  { priority: 'p3', team: desk, late: true },
  { priority: 'p3', team: null },
]

const read = (...query: Parameters<typeof boardQuery>) => new QueryClient().fetchQuery(boardQuery(...query))
const figures = (board: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(board.rows.map((row) => [row.key, [row.figures.open.count, row.figures.breached.count]]))

describe('the board', () => {
  it('asks once for each figure and tells the tickets apart by what came', async () => {
    const asked = serve(tickets)
    const board = await read({}, 'teamId', ['desk', 'network'])
    expect(asked).toHaveLength(8)
    expect(board.totals).toMatchObject({ open: { count: 4 }, breached: { count: 2 } })
    expect(figures(board)).toEqual({ desk: [1, 1], network: [2, 1], none: [1, 0] })
  })

  it('names for each cell the list that it counts', async () => {
    serve(tickets)
    const board = await read({ priority: 'p3' }, 'teamId', ['desk'])
    const [row] = board.rows
    expect(row!.figures.atRisk.list).toBe('practice=incident&open=true&q=sla%3AatRisk&priority=p3&teamId=desk')
    expect(figures(board)).toEqual({ desk: [1, 1], network: [1, 0], none: [1, 0] })
  })

  it('asks key by key for what is longer than a page, and for that alone', async () => {
    const many = Array.from({ length: 250 }, (_, at): Ticket => ({ priority: at % 5 === 0 ? 'p1' : 'p2', team: desk }))
    const asked = serve(many)
    const board = await read({}, 'priority', ['p1', 'p2', 'p3'])
    expect(figures(board)).toEqual({ p1: [50, 0], p2: [200, 0], p3: [0, 0] })
    expect(asked).toHaveLength(8 + 3)
  })
})
