import { cleanup, render, screen } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { BulkBar } from './BulkBar'
import type { Acts } from './use-acts'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

afterEach(cleanup)

it.each([
  ['en', '1,001 selected'],
  ['fr', '1\u202f001 sélectionnés'],
])('counts what is ticked as the reader writes numbers (%s)', async (language, words) => {
  await i18next.changeLanguage(language)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BulkBar
        count={1001}
        whole={{ offer: null, read: null, start: vi.fn(), stop: vi.fn() }}
        acts={{ busy: false } as Acts}
        onMerge={vi.fn()}
        onClear={vi.fn()}
      />
    </QueryClientProvider>,
  )
  expect(screen.getByRole('status').textContent).toBe(words)
})
