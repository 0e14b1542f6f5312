import type { Act } from './ActDialog'

/** Under which name the words of an act are kept. */
export const keptAct = (act: Act, tickets: readonly string[]) => `act-${act}-${tickets.join('-')}`
