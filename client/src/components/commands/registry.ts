import { useEffect } from 'react'
import { createStore } from '~/lib/store'

/** One thing a person can do here; the same list feeds menus, the palette, the keys and the key sheet. */
export interface Command {
  id: string
  label: string
  section: 'page' | 'write' | 'list' | 'go' | 'app'
  /** As pressed: "r", "g q", "mod+k", "shift+x". */
  keys?: string
  /** Other keys that do the same and need no line of their own. */
  alias?: string[]
  run: () => void
  /** Why it cannot be done now. */
  disabled?: string
  /** Works while typing as well. */
  inFields?: boolean
  /** Done by the field one writes in: the sheet of keys names it, and nothing else does it. */
  told?: boolean
  /** The reference of the one ticket it is done to: it is offered while an answer to that ticket is written. */
  about?: string
  /** Not worth a line in the palette. */
  keyOnly?: boolean
}

const lists = createStore<readonly (readonly Command[])[]>([])

export const commandLists = lists

/** Offers commands as long as the component is there; the newest list wins a key. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    lists.set([commands, ...lists.get()])
    return () => lists.set(lists.get().filter((list) => list !== commands))
  }, [commands])
}

export function allCommands(): Command[] {
  const seen = new Set<string>()
  return lists
    .get()
    .flat()
    .filter((command) => !seen.has(command.id) && seen.add(command.id))
}
