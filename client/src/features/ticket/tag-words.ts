export interface TagChange {
  add?: string[]
  remove?: string[]
}

/** What was written, as the server keeps it: small letters, each once. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
]

const most = 30
export const longestTag = 50

/** More tags, or a longer one, than a ticket takes. */
export const isTooMuch = (tags: readonly string[]): boolean =>
  tags.length > most || tags.some((tag) => tag.length > longestTag)

/** The tags as they will be, in the order the server gives them. */
export const tagsAfter = (tags: readonly string[], { add = [], remove = [] }: TagChange): string[] =>
  [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).toSorted((a, b) => (a < b ? -1 : 1))
