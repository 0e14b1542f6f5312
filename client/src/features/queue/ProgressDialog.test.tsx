import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import ProgressDialog from './ProgressDialog'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk', 'work')
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

afterEach(cleanup)

it('says how far it is, and is ended once', () => {
  const stop = vi.fn()
  render(
    <MantineProvider env="test">
      <ProgressDialog progress={{ done: 1400, of: 3120 }} onStop={stop} />
    </MantineProvider>,
  )
  expect(screen.getByRole('status')).toHaveTextContent('1,400 of 3,120 done')
  expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1400')
  fireEvent.click(screen.getByRole('button', { name: 'Stop after these' }))
  expect(stop).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: 'Stop after these' })).toBeDisabled()
  expect(screen.getByRole('status')).toHaveTextContent('It stops after the tickets that are under way.')
})
