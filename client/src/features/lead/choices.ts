/** The words that filters know. */
export const groupings = ['priority', 'team', 'service', 'category', 'site', 'channel', 'month'] as const
export const targets = ['firstResponse', 'nextResponse', 'resolution'] as const
export const intervals = ['day', 'week', 'month'] as const
export const holders = ['waiting', 'team', 'person', 'nobody'] as const
export const priorities = ['p1', 'p2', 'p3', 'p4', 'p5'] as const
/** As addresses write them, with the number of days. */
export const spans = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const

export type Span = keyof typeof spans

export const spanNames = Object.keys(spans) as Span[]

/** The word, where it is a known one: a wrong one in an address means what is meant without it. */
export const oneOf = <const Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)
