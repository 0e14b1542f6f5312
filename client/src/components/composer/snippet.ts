/** What brings a list to the caret: canned replies, people, and what can be done to the ticket. */
export const triggers = ['::', '@@', '//'] as const
export type Trigger = (typeof triggers)[number]

/** What is being looked for after two of these right before the caret. */
export interface SnippetSearch {
  trigger: Trigger
  from: number
  words: string
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** A list of things to do is asked for by a word: "// not yet" is a remark. */
const patterns: Record<Trigger, RegExp> = {
  '::': /(?:^|\s)::([^\n:]{0,40})$/u,
  '@@': /(?:^|\s)@@([^\n@]{0,40})$/u,
  '//': /(?:^|\s)\/\/((?!\s)[^\n/]{0,40})$/u,
}

export function snippetAt(text: string, caret: number): SnippetSearch | null {
  const before = text.slice(0, caret)
  const found = triggers.flatMap((trigger) => {
    const words = patterns[trigger].exec(before)?.[1]
    return words === undefined ? [] : [{ trigger, from: caret - words.length - trigger.length, words }]
  })
  // The one that was typed last is meant.
  return found.toSorted((a, b) => b.from - a.from)[0] ?? null
}

/** Those whose name has every word that was typed. */
export function matching<T extends { name: string }>(offers: readonly T[], words: string): T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return offers.filter((offer) => wanted.every((word) => plain(offer.name).includes(word))).slice(0, 8)
}

/** The text with the search replaced by what was chosen, and where the caret goes. */
export function insertSnippet(text: string, search: SnippetSearch, caret: number, body: string): [string, number] {
  return [text.slice(0, search.from) + body + text.slice(caret), search.from + body.length]
}
