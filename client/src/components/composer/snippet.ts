/** What is being looked for after "::" right before the caret; null when nothing is. */
export interface SnippetSearch {
  from: number
  words: string
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export function snippetAt(text: string, caret: number): SnippetSearch | null {
  const found = /(?:^|\s)::([^\n:]{0,40})$/u.exec(text.slice(0, caret))
  return found ? { from: caret - found[1]!.length - 2, words: found[1]! } : null
}

/** The replies whose name has every word that was typed. */
export function matching<T extends { name: string }>(replies: readonly T[], words: string): T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return replies.filter((reply) => wanted.every((word) => plain(reply.name).includes(word))).slice(0, 8)
}

/** The text with the search replaced by what was chosen, and where the caret goes. */
export function insertSnippet(text: string, search: SnippetSearch, caret: number, body: string): [string, number] {
  return [text.slice(0, search.from) + body + text.slice(caret), search.from + body.length]
}
