import type { Person, TicketState } from '~/api/types'
import type { Base } from './use-draft'

export interface Newer {
  id: string
  body: string
  author: Person
  createdAt: string
}

/** Of the messages the server names, those of others that came after the writing began. */
export function unseen(newer: readonly Newer[], base: Base, me: string | undefined): Newer[] {
  const from = base.at ? Date.parse(base.at) : -Infinity
  return newer.filter((message) => message.author.id !== me && Date.parse(message.createdAt) > from)
}

/** Somebody ended the matter while the answer was being written. */
export const endedMeanwhile = (base: Base, state: TicketState) =>
  base.state !== undefined && base.state !== state && ['resolved', 'closed', 'cancelled'].includes(state)
