import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { timeZone } from '~/i18n/format'
import { needTexts } from '~/i18n/need'
import { dropKept } from '~/lib/kept'
import ActDialog, { type Act } from './ActDialog'
import { keptAct } from './kept-act'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
  // The page of the tests has no dialogs of the browser's.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const open = (act: Act, ticket = 'one') => {
  const submit = vi.fn()
  render(
    <MantineProvider env="test">
      <ActDialog act={act} tickets={[ticket]} busy={false} error={null} onClose={() => {}} onSubmit={submit} />
    </MantineProvider>,
  )
  return submit
}
const words = () => document.querySelector<HTMLTextAreaElement>('form textarea')!

// Four dialogs are drawn: on a machine that does other things as well this takes its time.
it.each(['hold', 'resolve'] as const)(
  'what was typed for %s is there again until it is sent',
  (act) => {
    open(act)
    fireEvent.change(words(), { target: { value: 'The feeder was dirty.' } })
    cleanup()

    open(act, 'another')
    expect(words()).toHaveValue('')
    cleanup()
    open(act)
    expect(words()).toHaveValue('The feeder was dirty.')
    cleanup()

    dropKept(keptAct(act, ['one']))
    open(act)
    expect(words()).toHaveValue('')
  },
  30_000,
)

it('the time to wake up at is one of the reader, not of the machine', () => {
  const before = timeZone.get()
  timeZone.set('America/New_York')
  const submit = open('hold')
  fireEvent.change(screen.getByRole('textbox', { name: /Wake up at/ }), { target: { value: '2026-11-30T08:00' } })
  fireEvent.submit(words().form!)
  expect(submit).toHaveBeenCalledWith(expect.objectContaining({ until: '2026-11-30T13:00:00.000Z' }))
  timeZone.set(before)
})
