import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { filled } from './checks'
import { TextField } from './fields/TextField'
import { RecordForm } from './RecordForm'

interface Place {
  name: string
  address: string
  version: number
}
type Fields = Omit<Place, 'version'>

const read: Place = { name: 'Lyon', address: 'Rue A', version: 3 }

/** Answers of the server in their order, and what was asked. */
function serve(...answers: [status: number, body: unknown][]) {
  const asked: { method: string; version: string | null; key: string | null; body: unknown }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({
      method: request.method,
      version: request.headers.get('If-Match'),
      key: request.headers.get('Idempotency-Key'),
      body: await request.json(),
    })
    const [status, body] = answers[asked.length - 1]!
    return new Response(JSON.stringify(body), { status })
  })
  return asked
}

function show(onSaved: (place: Place) => void, record?: Place) {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RecordForm<Fields, Place>
          target={{
            path: record ? '/places/1' : '/places',
            record,
            valuesOf: ({ name, address }) => ({ name, address }),
            codes: { 'site.name_taken': 'name' },
          }}
          checks={{ name: filled() }}
          defaults={{ name: '', address: '' }}
          onSaved={onSaved}
        >
          <TextField name="name" label="Name" />
          <TextField name="address" label="Address" />
        </RecordForm>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { name: screen.getByLabelText('Name'), save: () => userEvent.click(screen.getByText('Save')) }
}

async function type(field: HTMLElement, text: string) {
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

describe('a form over a record', () => {
  beforeAll(async () => {
    await startI18n('en')
    await needTexts('admin')
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('sends only what changed, with the version it was read at', async () => {
    const asked = serve([200, { ...read, name: 'Lille', version: 4 }])
    const saved = vi.fn()
    const form = show(saved, read)
    await type(form.name, 'Lille')
    await form.save()
    await waitFor(() => expect(saved).toHaveBeenCalled())
    expect(asked).toEqual([{ method: 'PATCH', version: '"3"', key: null, body: { name: 'Lille' } }])
  })

  it('goes on by itself when somebody else changed another field', async () => {
    const current = { ...read, address: 'Rue B', version: 4 }
    const asked = serve([412, { code: 'edited_meanwhile', current }], [200, { ...current, name: 'Lille', version: 5 }])
    const saved = vi.fn()
    const form = show(saved, read)
    await type(form.name, 'Lille')
    await form.save()
    await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ address: 'Rue B' })))
    expect(asked[1]).toMatchObject({ version: '"4"', body: { name: 'Lille' } })
  })

  it('shows both values when somebody else changed the same field, and sends the one that is chosen', async () => {
    const current = { ...read, name: 'Nantes', version: 4 }
    const asked = serve(
      [412, { code: 'edited_meanwhile', current, changes: [{ by: { name: 'Ines' } }] }],
      [200, { ...current, name: 'Lille', version: 5 }],
    )
    const saved = vi.fn()
    const form = show(saved, read)
    await type(form.name, 'Lille')
    await form.save()
    expect(await screen.findByText('Nantes')).toBeVisible()
    expect(screen.getByText('Lille')).toBeVisible()
    await userEvent.click(screen.getByText('Save what is chosen'))
    await waitFor(() => expect(saved).toHaveBeenCalled())
    expect(asked[1]).toMatchObject({ version: '"4"', body: { name: 'Lille' } })
  })

  it('makes one record of two attempts at the same', async () => {
    const asked = serve([503, {}], [201, read])
    const saved = vi.fn()
    const form = show(saved)
    await type(form.name, 'Lyon')
    await form.save()
    expect(await screen.findByRole('alert')).toBeVisible()
    await form.save()
    await waitFor(() => expect(saved).toHaveBeenCalled())
    expect(asked[0]?.key).toBeTruthy()
    expect(asked[1]?.key).toBe(asked[0]?.key)
  })

  it('puts a refusal beside the field it names', async () => {
    serve([400, { code: 'validation', errors: { 'address.street': ['Too far away.'] } }])
    const form = show(() => {})
    await type(form.name, 'Lyon')
    await form.save()
    await waitFor(() => expect(screen.getByLabelText('Address')).toBeInvalid())
    expect(form.name).toBeValid()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('says a refusal it has words for in those, whatever the API says of the same field', async () => {
    serve([422, { code: 'site.name_taken', errors: { name: ['name names a place that is there.'] } }])
    const form = show(() => {})
    await type(form.name, 'Lyon')
    await form.save()
    expect(await screen.findByText('Another site has this name.')).toBeVisible()
    expect(screen.queryByText('name names a place that is there.')).not.toBeInTheDocument()
  })
})
