import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lengthOf, secondsOf, spanOf } from './shapes'
import { inLanguage, memberKeys, valueKey } from './words'

type Texts = { [key: string]: string | Texts }

const files = import.meta.glob<{ default: Texts }>('../../../i18n/locales/*/*.json', { eager: true })
const folder = join(import.meta.dirname, '../../../../../src/Domain')
const domain = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cs'))
  .map((name) =>
    readFileSync(join(folder, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r', ''),
  )
  .join('\n')

const camel = (name: string) => name[0]!.toLowerCase() + name.slice(1)

function has(language: string, key: string): boolean {
  const [area, path] = key.includes(':') ? key.split(':') : ['common', key]
  const texts = files[`../../../i18n/locales/${language}/${area}.json`]?.default
  return (
    typeof path!.split('.').reduce<Texts | string | undefined>((at, name) => (at as Texts)?.[name], texts) === 'string'
  )
}

interface Member {
  name: string
  type: string
}

const enums = new Map(
  [...domain.matchAll(/public enum (\w+)\s*{([^}]*)}/g)].map((found) => [
    found[1]!,
    [...found[2]!.replaceAll(/\/\/.*/g, '').matchAll(/\b([A-Z]\w*)/g)].map((word) => camel(word[1]!)),
  ]),
)

/** The values that are written down part by part, each with its parts. */
const parted = new Map(
  [...domain.matchAll(/public sealed record (\w+)\(((?:[^()[\]]|\[[^\]]*\])*)\)/g)].map((found) => [
    found[1]!,
    [...found[2]!.replaceAll(/\[[^\]]*\]\s*/g, '').matchAll(/([\w<>]+)\?? (\w+)/g)].map((part) => ({
      type: part[1]!,
      name: camel(part[2]!),
    })),
  ]),
)

/** Said by the ticket's timeline or derived from it: the server leaves them out of the trail. */
const unsaid = ['version', 'updatedAt', 'eventSequence', 'conversationVersion']
const unsaidOf = (entity: string) =>
  entity === 'ticketTask' ? unsaid : [...unsaid, 'publicVersion', 'publicUpdatedAt', 'publicEventSequence', 'dueAt']

function classBody(name: string): string {
  const bodies = domain
    .split(/^public /m)
    .filter((part) => new RegExp(`^(sealed |abstract |partial )*class ${name}\\b`).test(part))
  if (bodies.length === 0) throw new Error(`There is no class ${name} in the domain.`)
  return bodies.join('\n')
}

function membersOf(entity: string, classes: readonly string[]): Member[] {
  const plain = classes
    .map(classBody)
    .flatMap((body) => [...body.matchAll(/^ {4}public (?:abstract )?([\w<>[\]]+)\?? (\w+) { get;/gm)])
    .map((found) => ({ type: found[1]!.replace('[]', ''), name: camel(found[2]!) }))
    .filter((member) => !unsaidOf(entity).includes(member.name))
  return plain.flatMap((member) =>
    // What a data import was asked for is one value, as JSON.
    parted.has(member.type) && entity !== 'dataImport' && member.type !== 'CalendarDefinition'
      ? parted.get(member.type)!.map((part) => ({ type: part.type, name: `${member.name}.${part.name}` }))
      : [member],
  )
}

const audited: Record<string, string[]> = {
  incident: ['Ticket', 'Incident'],
  user: ['User'],
  team: ['Team'],
  teamMember: ['TeamMember'],
  grant: ['Grant'],
  role: ['Role'],
  site: ['Site'],
  department: ['Department'],
  category: ['Category'],
  businessService: ['BusinessService'],
  customField: ['CustomField'],
  configurationItem: ['ConfigurationItem'],
  calendar: ['Calendar'],
  holidaySet: ['HolidaySet'],
  serviceLevelPolicy: ['ServiceLevelPolicy'],
  cannedReply: ['CannedReply'],
  ticketTemplate: ['TicketTemplate'],
  organisationSettings: ['OrganisationSettings'],
  priorityMatrix: ['PriorityMatrix'],
  dataImport: ['DataImport'],
  savedView: ['SavedView'],
  ticketTask: ['TicketTask'],
  ticketLink: ['TicketLink'],
  worklog: ['Worklog'],
  attachment: ['Attachment'],
  comment: ['Comment'],
  watcher: ['Watcher'],
  ticketItem: ['TicketItem'],
  ticketEvent: ['TicketEvent'],
}

describe.each(['en', 'fr'])('the words of the audit trail in %s', (language) => {
  it.each(Object.entries(audited))('name every member of a %s', (entity, classes) => {
    const members = membersOf(entity, classes)
    expect(members.length).toBeGreaterThan(1)
    const nameless = members
      .map((member) => inLanguage(member.name)?.whole ?? member.name)
      .filter((name) => !memberKeys(name).some((key) => has(language, key)))
    expect(nameless).toEqual([])
  })

  it.each(Object.entries(audited))(
    'name every value that a member of a %s can have, where they are few',
    (entity, classes) => {
      const wordless = membersOf(entity, classes)
        .filter((member) => enums.has(member.type))
        .flatMap((member) => enums.get(member.type)!.map((value) => ({ member: member.name, value })))
        .filter(({ member, value }) => !has(language, valueKey(entity, member, value) ?? ''))
      expect(wordless).toEqual([])
    },
  )

  it('name the ways an act comes in, which the server keeps as words', () => {
    for (const via of ['session', 'token', 'import', 'system'])
      expect(has(language, valueKey('incident', 'createdVia', via)!), via).toBe(true)
  })
})

describe('the shapes of the audit trail', () => {
  it('finds the parts of a ticket in the domain, so that the test above reads something', () => {
    expect(membersOf('incident', audited.incident!).map((member) => member.name)).toEqual(
      expect.arrayContaining([
        'closedAt',
        'pending.reason',
        'resolution.text',
        'major.leadId',
        'mergedFrom.state',
        'tags',
      ]),
    )
    expect(enums.get('TicketState')).toContain('inProgress')
  })

  it('tells the number of characters from other values', () => {
    expect(lengthOf({ characters: 37 })).toBe(37)
    expect(lengthOf({ characters: 37, more: 1 })).toBeUndefined()
    expect(lengthOf('37')).toBeUndefined()
    expect(lengthOf([])).toBeUndefined()
  })

  it('reads lengths of time and opening hours', () => {
    expect(secondsOf('7.00:00:00')).toBe(7 * 86_400)
    expect(secondsOf('01:30:00')).toBe(5400)
    expect(secondsOf('01:30')).toBeUndefined()
    expect(spanOf({ from: '08:00', to: '18:00' })).toBe('08:00–18:00')
    expect(spanOf({ from: 8 })).toBeUndefined()
  })
})
