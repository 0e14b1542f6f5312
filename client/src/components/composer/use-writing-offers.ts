import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { allCommands } from '~/components/commands/registry'
import { usePeopleFound } from '~/data/people-found'
import type { WritingAct } from './WritingField'
import { fillReply, repliesQuery } from './replies'
import { matching, type SnippetSearch } from './snippet'

/** A line of the list at the caret: words for the text, or something to be done. */
export interface WritingOffer {
  id: string
  name: string
  detail?: string
  keys?: string
  words?: () => string | Promise<string>
  /** With the text without what was typed to ask for it. */
  act?: (text: string) => void
}

const doing = (id: string) => allCommands().find((command) => command.id === id)

/** What two colons, two at signs or two slashes bring. */
export function useWritingOffers(
  ticket: { id: string; reference: string },
  acts: readonly WritingAct[],
  search: SnippetSearch | null,
) {
  const replies = useQuery(repliesQuery).data?.items
  const q = useDeferredValue(search?.trigger === '@@' ? search.words.trim() : '')
  const { people, answered } = usePeopleFound(q, search?.trigger === '@@')
  const none =
    search?.trigger === '::' && replies?.length === 0
      ? ('replies' as const)
      : answered && people.length === 0
        ? ('people' as const)
        : null
  return { offers: offers(), none }

  function offers(): WritingOffer[] {
    switch (search?.trigger) {
      case '::':
        return matching(replies ?? [], search.words).map(({ id, name, body }) => ({
          id,
          name,
          detail: body,
          words: () => fillReply(id, ticket.id),
        }))
      case '@@':
        return people.map(({ id, name, email, userName }) => ({
          id,
          name,
          detail: email ?? userName,
          words: () => name,
        }))
      case '//': {
        const page = allCommands()
          .filter((command) => command.about === ticket.reference && !command.disabled && !command.keyOnly)
          .map(({ id, label, keys }) => ({
            id,
            name: label,
            keys,
            // As it stands once the text is without what asked for it.
            act: () => requestAnimationFrame(() => doing(id)?.run()),
          }))
        return matching([...acts, ...page], search.words)
      }
      default:
        return []
    }
  }
}
