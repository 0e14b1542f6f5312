import { cleanup, fireEvent, render } from '@testing-library/react'
import { lazy, Suspense } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { LayerPending } from '~/components/LayerPending'
import { switchCharacterKeys, useKeys } from './keys'
import { useCommands, type Command } from './registry'

const take = vi.fn()
const next = vi.fn()
const commands: Command[] = [
  { id: 'take', label: 'Take', section: 'page', keys: 'm', run: take },
  { id: 'next', label: 'Next', section: 'list', keys: 'j', alias: ['arrowdown'], run: next },
]
const Never = lazy(() => new Promise<never>(() => {}))

function Page({ asked = false }: { asked?: boolean }) {
  useKeys()
  useCommands(commands)
  return <Suspense fallback={<LayerPending />}>{asked && <Never />}</Suspense>
}

const press = (key: string) => fireEvent.keyDown(document.body, { key })

afterEach(() => {
  cleanup()
  switchCharacterKeys(true)
  take.mockClear()
  next.mockClear()
})

it('a key does nothing to the page while the dialog that has the keys is still being loaded', () => {
  const { rerender } = render(<Page />)
  press('m')
  expect(take).toHaveBeenCalledTimes(1)

  rerender(<Page asked />)
  press('m')
  expect(take).toHaveBeenCalledTimes(1)

  rerender(<Page />)
  press('m')
  expect(take).toHaveBeenCalledTimes(2)
})

it('arrows still go through the rows when the letters are switched off', () => {
  switchCharacterKeys(false)
  render(<Page />)
  press('j')
  expect(next).not.toHaveBeenCalled()
  press('ArrowDown')
  expect(next).toHaveBeenCalledTimes(1)
})
