import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import Palette, { type Hit } from './Palette'

beforeAll(async () => {
  await startI18n('en')
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})
afterEach(cleanup)

function show(search: (text: string) => Promise<Hit[]>, orElse?: (text: string) => Hit | null) {
  render(
    <MantineProvider>
      <Palette onClose={() => {}} search={search} orElse={orElse} />
    </MantineProvider>,
  )
  return userEvent.type(screen.getByRole('combobox'), 'xylophone')
}

it('says that a word finds nothing, and offers to report it', async () => {
  const report = vi.fn()
  await show(
    async () => [],
    (text) => ({ id: 'report', label: `Report “${text}”`, run: report }),
  )

  expect((await screen.findAllByText('Nothing found for “xylophone”.'))[0]).toBeVisible()
  await userEvent.click(screen.getByRole('option', { name: 'Report “xylophone”' }))

  expect(report).toHaveBeenCalledOnce()
})

it('says nothing of the kind before there is an answer', async () => {
  await show(() => new Promise(() => {}))

  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(screen.queryByText(/Nothing found/)).toBeNull()
})
