import { caller } from './person'

export interface Defined {
  key: string
  name: string
}

/** A custom field for the time of a test: all tests share one server, and a required field would be demanded of every new ticket. */
export async function withCustomField(
  definition: Record<string, unknown>,
  run: (field: Defined) => Promise<void>,
): Promise<void> {
  const key = `f${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  const admin = await caller('admin')
  const { id, name } = await admin.call<{ id: string; name: string }>('POST', '/custom-fields', {
    key,
    practice: 'incident',
    ...definition,
  })
  try {
    await run({ key, name })
  } finally {
    await admin.call('PATCH', `/custom-fields/${id}`, { active: false, required: false })
    await admin.leave()
  }
}
