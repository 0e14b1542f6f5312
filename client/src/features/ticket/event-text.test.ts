import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { TimelineEntry } from '~/data/incidents'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { eventText } from './event-text'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

it('calls the custom fields that were changed by their names', () => {
  const entry = {
    type: 'fieldsChanged',
    details: { fields: ['customFields', 'impact'], keys: ['room', 'gone'] },
    names: {},
  } as unknown as TimelineEntry
  const names: Record<string, string> = { room: 'Meeting room' }
  const text = eventText(entry, i18next.t, (key) => names[key] ?? key)
  expect(text).toMatch(/ — Meeting room, gone, Impact$/)
  // What was written before the keys were told.
  expect(eventText({ ...entry, details: { fields: ['customFields'] } }, i18next.t)).toMatch(/ — Further fields$/)
})
