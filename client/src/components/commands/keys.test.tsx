import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { lazy, Suspense, type ReactNode } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { LayerPending } from '~/components/LayerPending'
import KeySheet from './KeySheet'
import { switchCharacterKeys, useKeys } from './keys'
import { useCommands, type Command } from './registry'

const take = vi.fn()
const next = vi.fn()
const commands: Command[] = [
  { id: 'take', label: 'Take', section: 'page', keys: 'm', run: take },
  { id: 'next', label: 'Next', section: 'list', keys: 'j', alias: ['arrowdown'], run: next },
  { id: 'send', label: 'Send', section: 'write', keys: 'mod+enter', run: () => told(), told: true },
]
const told = vi.fn()
const Never = lazy(() => new Promise<never>(() => {}))

function Page({ asked = false }: { asked?: boolean }) {
  useKeys()
  useCommands(commands)
  return <Suspense fallback={<LayerPending />}>{asked && <Never />}</Suspense>
}

const press = (key: string) => fireEvent.keyDown(document.body, { key })

beforeAll(async () => {
  await startI18n('en')
  Object.assign(HTMLDialogElement.prototype, { showModal: () => {}, close: () => {} })
})

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

it('what the field one writes in does by itself is told in the sheet only', () => {
  render(<Page />)
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  expect(told).not.toHaveBeenCalled()

  const withSheet = (sheet: ReactNode) => (
    <MantineProvider env="test">
      <Page />
      {sheet}
    </MantineProvider>
  )
  cleanup()
  const { rerender } = render(withSheet(null))
  rerender(withSheet(<KeySheet onClose={() => {}} />))
  expect(screen.getByText('Send')).toBeInTheDocument()
})
