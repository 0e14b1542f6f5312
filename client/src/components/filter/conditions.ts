/** A condition of a filter that came with a link, as far as it has to be said: its name, and what it asks for. */
export type Condition =
  | { kind: 'words'; name: 'state' | 'priority' | 'channel'; values: string[] }
  | { kind: 'named'; name: 'teamId' | 'serviceId' | 'categoryId' | 'siteId'; values: string[] }
  | { kind: 'people'; name: 'assigneeId' | 'requesterId' | 'openedById'; values: string[] }
  | { kind: 'search'; text: string }
  | { kind: 'between'; name: 'opened' | 'resolved'; from: string | undefined; to: string | undefined }
  | { kind: 'flag'; name: 'open' | 'major' | 'breached' }
  | { kind: 'other'; text: string }

const words = ['state', 'priority', 'channel'] as const
const records = ['teamId', 'serviceId', 'categoryId', 'siteId'] as const
const people = ['assigneeId', 'requesterId', 'openedById'] as const
const moments = ['opened', 'resolved'] as const
const isOne = <const Word extends string>(list: readonly Word[], word: string): word is Word =>
  list.some((each) => each === word)

/** What a filter asks for, one condition after the other; what nobody foresaw stands as it is written. */
export function conditionsOf(filter: string): Condition[] {
  const params = new URLSearchParams(filter)
  const at = (name: string) => params.get(name) ?? undefined
  const found: Condition[] = []
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).flatMap((value) => value.split(','))
    const moment = moments.find((each) => name === `${each}From` || name === `${each}To`)
    if (isOne(words, name)) found.push({ kind: 'words', name, values })
    else if (isOne(records, name)) found.push({ kind: 'named', name, values })
    else if (isOne(people, name)) found.push({ kind: 'people', name, values })
    else if (name === 'q') found.push({ kind: 'search', text: params.get(name) ?? '' })
    else if (moment) {
      if (!found.some((each) => each.kind === 'between' && each.name === moment))
        found.push({ kind: 'between', name: moment, from: at(`${moment}From`), to: at(`${moment}To`) })
    } else if ((name === 'open' || name === 'major') && values[0] === 'true') found.push({ kind: 'flag', name })
    else if (name === 'sla' && values[0] === 'breached') found.push({ kind: 'flag', name: 'breached' })
    // Whatever the desk works on are incidents.
    else if (name !== 'practice') found.push({ kind: 'other', text: `${name}: ${values.join(', ')}` })
  }
  return found
}
