import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { TicketRow } from '~/data/tickets'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { StateOfMany } from './StateOfMany'
import type { Acts } from './use-acts'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})
afterEach(cleanup)

it('sends all ticked tickets one way, and asks for what that needs', () => {
  const acts = { ask: vi.fn(), run: vi.fn() }
  const rows = [{ id: '1' }, { id: '2' }] as TicketRow[]
  render(<StateOfMany rows={rows} acts={acts as unknown as Acts} onClose={() => {}} />)
  fireEvent.click(screen.getByText('Go on'))
  expect(acts.run).toHaveBeenCalledWith('resume', {}, rows)
  fireEvent.click(screen.getByText('On hold…'))
  expect(acts.ask).toHaveBeenCalledWith('hold', rows)
  expect(screen.queryByText('Reopen…')).toBeNull()
})
