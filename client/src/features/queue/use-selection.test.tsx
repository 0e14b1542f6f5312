import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TicketRow } from '~/data/tickets'
import { useSelection } from './use-selection'

const rowsOf = (...ids: string[]) => ids.map((id) => ({ id, reference: `INC-${id}` }) as TicketRow)
const here = rowsOf('a', 'b')

describe('which rows are ticked', () => {
  it('are those of the list, and with all of the view those that are not here yet too', () => {
    const { result } = renderHook(() => useSelection(here, 'one'))
    act(() => result.current.all())
    expect(result.current.chosenRows.map(({ id }) => id)).toEqual(['a', 'b'])
    act(() => result.current.take(rowsOf('a', 'b', 'c')))
    act(() => result.current.toggle(0))
    expect(result.current.chosenRows.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('none is when another list is gone to: nothing is done to what is not seen', () => {
    const { result, rerender } = renderHook(({ list }) => useSelection(here, list), { initialProps: { list: 'one' } })
    act(() => result.current.take(rowsOf('a', 'c')))
    rerender({ list: 'two' })
    expect(result.current.chosenRows).toEqual([])
    expect(result.current.chosen.size).toBe(0)
  })
})

describe('the row the keys act on', () => {
  it('is the one somebody comes back to, wherever it stands by now', () => {
    const place = { ref: 'INC-b', index: 1 }
    const { result, rerender } = renderHook(({ rows }) => useSelection(rows, 'one', place), {
      initialProps: { rows: rowsOf('a') },
    })
    expect(result.current.active, 'the last that is here, until it is read').toBe(0)
    rerender({ rows: rowsOf('new', 'a', 'b', 'c') })
    expect(result.current.active).toBe(2)
  })

  it('is the first of another list', () => {
    const { result, rerender } = renderHook(({ list }) => useSelection(rowsOf('a', 'b', 'c'), list), {
      initialProps: { list: 'one' },
    })
    act(() => result.current.move(2))
    expect(result.current.active).toBe(2)
    rerender({ list: 'two' })
    expect(result.current.active).toBe(0)
  })
})
