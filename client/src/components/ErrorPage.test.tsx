import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { ErrorPage } from './ErrorPage'
import { NotAllowed } from './refusal'

beforeAll(() => startI18n('en'))
afterEach(cleanup)

it('says of a page that is not open to its reader who can open it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const routeTree = createRootRoute({
    beforeLoad: () => {
      throw new NotAllowed()
    },
    errorComponent: ErrorPage,
  })
  const router = createRouter({ routeTree, history: createMemoryHistory() })
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )

  expect(
    await screen.findByRole('heading', { name: 'This page is not open to you' }, { timeout: 50_000 }),
  ).toBeVisible()
  expect(screen.getByText(/An administrator can grant it/)).toBeVisible()
}, 60_000)
