import type { Schemas } from '~/api/types'
import type { Attachment, TimelineEntry } from '~/data/incidents'

export interface Told {
  key: string
  author: Schemas['PersonRef']
  at: string
  body: string
  edited: boolean
  redacted: boolean
  files: readonly Attachment[]
}

/** What people said to each other, oldest first, out of pages that come newest first. */
export function conversationOf(pages: readonly { items: readonly TimelineEntry[] }[]): Told[] {
  return pages
    .flatMap((page) => page.items)
    .reverse()
    .flatMap((entry) => {
      const { comment, details } = entry
      if (comment)
        return {
          key: comment.id,
          author: comment.author,
          at: comment.createdAt,
          body: comment.body,
          edited: comment.editedAt !== null,
          redacted: comment.redactedAt !== null,
          files: comment.attachments,
        }
      // What is still wrong was said to the desk as well, when the ticket was opened again.
      if (entry.type !== 'reopened' || typeof details.text !== 'string' || details.text === '') return []
      const key = `${entry.mergedFrom?.id ?? ''} ${entry.sequence}`
      return { key, author: entry.by, at: entry.at, body: details.text, edited: false, redacted: false, files: [] }
    })
}
