import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { ApiError } from '~/api/errors'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { ErrorPanel } from './ErrorPanel'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('problems')
})

const show = (error: Error) =>
  render(
    <MantineProvider>
      <ErrorPanel error={error} />
    </MantineProvider>,
  )

afterEach(cleanup)

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

it('shows the trace id of what nobody expected', () => {
  show(new ApiError(500, { code: 'unexpected', traceId }))
  expect(screen.getByRole('alert')).toHaveTextContent(traceId)
})

it('shows none for what the reader can put right', () => {
  show(new ApiError(401, { code: 'session.refused', traceId }))
  expect(screen.getByRole('alert')).toHaveTextContent('Name or password is wrong.')
  expect(screen.getByRole('alert')).not.toHaveTextContent(traceId)
})
