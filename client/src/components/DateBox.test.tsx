import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { speak, startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import type { DateKind } from '~/lib/written-date'
import { DateBox } from './DateBox'

const told = vi.fn()
const sent = vi.fn()

beforeAll(async () => {
  await startI18n('en')
  await needTexts('date')
})
beforeEach(() => speak('en'))

afterEach(async () => {
  cleanup()
  told.mockClear()
  sent.mockClear()
  await speak('en')
  localStorage.clear()
})

function show(kind: DateKind, first = '') {
  function Form() {
    const [value, setValue] = useState(first)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          sent(value)
        }}
      >
        <DateBox
          kind={kind}
          label="Due"
          value={value}
          onChange={(next) => {
            told(next)
            setValue(next)
          }}
        />
        <button type="submit">Send</button>
        <button type="button" onClick={() => setValue('')}>
          Clear
        </button>
      </form>
    )
  }
  render(
    <MantineProvider env="test">
      <Form />
    </MantineProvider>,
  )
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' })
}

const calendar = () => document.querySelector<HTMLInputElement>('input[aria-hidden]')!

it('shows and reads a date as the English write it', async () => {
  const box = show('dateTime', '2026-11-29T14:30')
  expect(box).toHaveValue('29 Nov 2026 14:30')
  await userEvent.clear(box)
  await userEvent.type(box, '1/12/2026 9:05')
  expect(told).toHaveBeenLastCalledWith('2026-12-01T09:05')
  await userEvent.tab()
  expect(box).toHaveValue('1 Dec 2026 09:05')
})

it('shows and asks for a date as the French write it, whatever language the browser has', async () => {
  await speak('fr')
  const box = show('dateTime', '2026-11-29T14:30')
  expect(box).toHaveValue('29/11/2026 14:30')
  expect(box).toHaveAttribute('placeholder', 'jj/mm/aaaa hh:mm')
  await userEvent.clear(box)
  await userEvent.type(box, 'demain')
  await userEvent.tab()
  expect(screen.getByText('Écrivez date et heure comme 31/12/2026 14:30.')).toBeVisible()
  expect(box).toBeInvalid()
})

it('what is no date is said beside it, and its form is not sent', async () => {
  const box = show('date')
  await userEvent.type(box, '31/02/2026')
  expect(screen.queryByText(/Write a date/), 'nobody is told while writing').toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).not.toHaveBeenCalled()
  expect(screen.getByText('Write a date like 31 Dec 2026.')).toBeVisible()
  expect(box.validationMessage).toBe('Write a date like 31 Dec 2026.')

  await userEvent.clear(box)
  await userEvent.type(box, '28/02/2026{Enter}')
  expect(sent).toHaveBeenCalledExactlyOnceWith('2026-02-28')
})

it('the calendar of the browser opens by its button and by the keyboard, and what it gives is shown as the reader writes it', async () => {
  const box = show('date', '2026-11-29')
  const opened = vi.fn()
  calendar().showPicker = opened
  await userEvent.click(screen.getByRole('button', { name: 'Calendar: Due' }))
  fireEvent.keyDown(box, { key: 'ArrowDown', altKey: true })
  expect(opened).toHaveBeenCalledTimes(2)
  expect(calendar()).toHaveValue('2026-11-29')
  fireEvent.change(calendar(), { target: { value: '2027-01-05' } })
  expect(told).toHaveBeenLastCalledWith('2027-01-05')
  expect(box).toHaveValue('5 Jan 2027')
})

it('follows what is set from outside', async () => {
  const box = show('date')
  await userEvent.type(box, '28/02/2026')
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
  expect(box).toHaveValue('')
})

it('a filter is asked for nothing until one is done, and not for what came too early', async () => {
  const done = vi.fn()
  render(
    <MantineProvider env="test">
      <DateBox label="From" value="2026-11-01" min="2000-01-01" onDone={done} />
    </MantineProvider>,
  )
  const box = screen.getByRole('textbox', { name: 'From' })
  await userEvent.clear(box)
  await userEvent.type(box, '5/11/26')
  expect(done).not.toHaveBeenCalled()
  await userEvent.type(box, '{Enter}')
  expect(done).toHaveBeenCalledExactlyOnceWith('2026-11-05')

  await userEvent.clear(box)
  await userEvent.type(box, '5/11/1999')
  await userEvent.tab()
  expect(screen.getByText('Not before 1 Jan 2000.')).toBeVisible()
  expect(done).toHaveBeenCalledOnce()
})
