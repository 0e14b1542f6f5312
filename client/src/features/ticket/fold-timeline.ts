import type { TimelineEntry } from '~/data/incidents'

/** The pages come newest first; they are read from the oldest. */
export const oldestFirst = (pages: readonly { items: readonly TimelineEntry[] }[]): TimelineEntry[] =>
  pages.flatMap((page) => page.items).reverse()

/** Groups neighbouring entries of the machine, so that they stand between messages as one line. */
export function foldTimeline(entries: readonly TimelineEntry[]): (TimelineEntry | TimelineEntry[])[] {
  const parts: (TimelineEntry | TimelineEntry[])[] = []
  for (const entry of entries) {
    const last = parts.at(-1)
    if (entry.comment) parts.push(entry)
    else if (Array.isArray(last)) last.push(entry)
    else parts.push([entry])
  }
  return parts
}

/** The first message of somebody else that came after what was seen. */
export const firstUnseen = (entries: readonly TimelineEntry[], seen: number, me: string | undefined) =>
  entries.find((entry) => entry.comment && entry.sequence > seen && entry.comment.author.id !== me)?.sequence
