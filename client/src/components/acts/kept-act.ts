import type { Act } from './ActDialog'

/** Under which name the words of an act are kept; the names of thousands of tickets would be longer than all that was written. */
export const keptAct = (act: Act, tickets: readonly string[]) =>
  `act-${act}-${tickets.length > 200 ? `${tickets.length}-${tickets[0]}` : tickets.join('-')}`
