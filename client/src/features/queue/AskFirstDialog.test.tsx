import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import AskFirstDialog from './AskFirstDialog'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
  // The page of the tests has no dialogs of the browser's.
  Object.assign(HTMLDialogElement.prototype, { showModal() {}, close() {} })
})
afterEach(cleanup)

const show = (waiting: number) => {
  const go = vi.fn()
  render(
    <MantineProvider env="test">
      <AskFirstDialog asking={{ verb: 'take', count: 1200, waiting, go }} onClose={() => {}} />
    </MantineProvider>,
  )
  return go
}

it('says how many these are and what it does to those that wait', () => {
  const go = show(3)
  expect(screen.getByText('Take · 1,200 tickets')).toBeInTheDocument()
  expect(screen.getByText('3 of them wait: their wait ends and their clocks go on.')).toBeInTheDocument()
  fireEvent.click(screen.getByText('Take'))
  expect(go).toHaveBeenCalled()
})

it('says how many are changed where none waits', () => {
  show(0)
  expect(screen.getByText('1,200 tickets are changed.')).toBeInTheDocument()
})
