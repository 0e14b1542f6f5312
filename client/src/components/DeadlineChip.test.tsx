import { cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import type { Clock } from '~/lib/deadline'
import { DeadlineChip } from './DeadlineChip'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

afterEach(cleanup)

const clock: Clock = {
  target: 'resolution',
  state: 'running',
  dueAt: '2026-11-24T09:30:00Z',
  remainingSeconds: -178 * 3600 - 60,
  usedShare: 9,
  pausedSince: null,
  openWindows: [],
}

const show = (over: Partial<Clock>, waitingFor?: string) =>
  render(
    <DeadlineChip clock={{ ...clock, ...over }} readAt={Date.now()} waitingFor={waitingFor} />,
  ).container.querySelector('[data-tone]')!

it('what is late is late by working time, and says so', () => {
  expect(show({}).getAttribute('title')).toMatch(/^Resolution · 178h of working time late · due /)
})

it('what is paused says since when and what for, to everybody', () => {
  const chip = show({ state: 'paused', dueAt: null, pausedSince: '2026-11-23T13:30:00Z' }, 'awaitingRequester')
  expect(chip.getAttribute('title')).toMatch(/^Resolution · paused since .*23 Nov.* · waiting: the requester$/)
  expect(screen.getByText(/^paused since .* · waiting: the requester$/)).toBeInTheDocument()
})

it('the reason that the clock itself names needs no ticket', () => {
  const chip = show({ state: 'paused', pausedSince: null, pausedReason: 'scheduled' })
  expect(chip.getAttribute('title')).toBe('Resolution · paused · waiting: a date')
})

it('shows what is waited for and how long already, without a click', async () => {
  const fourDays = new Date(Date.now() - 100 * 3_600_000).toISOString()
  const seen = () =>
    [...document.querySelectorAll('[data-tone] > span[aria-hidden="true"]')].map((each) => each.textContent).join(' ')
  show({ state: 'paused', pausedSince: fourDays }, 'awaitingRequester')
  expect(seen()).toBe('requester 4d')
  cleanup()
  show({ state: 'paused', pausedSince: fourDays })
  expect(seen()).toBe('paused 4d')
  cleanup()
  await i18next.changeLanguage('fr')
  await needTexts('desk')
  show({ state: 'paused', pausedSince: fourDays }, 'awaitingRequester')
  expect(seen()).toBe('demandeur 4\u00a0j')
  await i18next.changeLanguage('en')
})
