import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiError } from '~/api/errors'
import type { CustomField } from '~/data/custom-fields'
import { startI18n } from '~/i18n'
import { CustomFieldInputs } from './CustomFieldInputs'
import { useCustomFields } from './use-custom-fields'

const field = (key: string, more: Partial<CustomField> = {}): CustomField => ({
  id: key,
  key,
  type: 'text',
  name: key,
  names: key,
  required: false,
  options: [],
  practice: 'incident',
  active: true,
  version: 1,
  ...more,
})

/** The fields there are, one list for each time they are asked for. */
function serve(...lists: CustomField[][]) {
  let asked = 0
  vi.stubGlobal('fetch', async () => {
    const items = lists[Math.min(asked++, lists.length - 1)]
    return new Response(JSON.stringify({ items, nextCursor: null }), { status: 200 })
  })
}

function show(refusal?: ApiError) {
  const sent: unknown[] = []
  function Form() {
    const form = useCustomFields()
    return (
      <>
        <CustomFieldInputs form={form} />
        <button
          type="button"
          onClick={() => {
            if (!form.complete()) return
            sent.push(form.body())
            if (refusal) form.refuse(refusal)
          }}
        >
          Send
        </button>
      </>
    )
  }
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Form />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { sent, send: () => userEvent.click(screen.getByText('Send')) }
}

describe('the custom fields of a form', () => {
  beforeAll(() => startI18n('en'))
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('are sent as far as they are filled in, and only those in use', async () => {
    serve([field('room'), field('desk'), field('retired', { active: false })])
    const { sent, send } = show()
    await userEvent.type(await screen.findByLabelText('room'), 'B12')
    expect(screen.queryByLabelText('retired')).toBeNull()
    await send()
    expect(sent).toEqual([{ room: 'B12' }])
  })

  it('hold the form back while a required one is missing, and lead to it', async () => {
    serve([field('room', { required: true })])
    const { sent, send } = show()
    const room = await screen.findByLabelText(/room/)
    await userEvent.type(room, '  ')
    await send()
    expect(sent).toEqual([])
    expect(room).toHaveFocus()
    expect(room).toHaveAccessibleDescription('This is needed.')
  })

  it('show one that is demanded since the form was opened, with what the server said beside it', async () => {
    serve([], [field('room', { required: true })])
    const refusal = new ApiError(422, { code: 'custom_field.required', detail: 'customFields.room is required.' })
    const { send } = show(refusal)
    await send()
    const room = await screen.findByLabelText(/room/)
    expect(room).toHaveAccessibleDescription('This is needed.')
  })
})
