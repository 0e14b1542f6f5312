import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { FileList } from '~/components/FileList'
import { Message } from '~/components/Message'
import { attachmentsQuery, commentsQuery } from '~/data/incidents'
import { markRead } from '~/data/reads'
import { useSession } from '~/data/session'

export function Conversation({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const { items } = useSuspenseQuery(commentsQuery(incident.reference)).data
  const files = useSuspenseQuery(attachmentsQuery(incident.reference)).data.items
  const newest = items.at(-1)?.createdAt
  useEffect(() => {
    if (newest !== undefined) markRead(incident.id, newest)
  }, [incident.id, newest])
  const first = files.filter((file) => file.commentId === null)
  return (
    <div className="stack">
      {(incident.description || first.length > 0) && (
        <Message
          author={incident.openedBy.name}
          at={incident.openedAt}
          body={incident.description}
          side={incident.openedBy.id === me ? 'mine' : 'theirs'}
        >
          <FileList incident={incident.id} files={first} />
        </Message>
      )}
      {items.map((comment) => (
        <Message
          key={comment.id}
          author={comment.author.name}
          at={comment.createdAt}
          body={comment.body}
          redacted={comment.redactedAt !== null}
          edited={comment.editedAt !== null}
          side={comment.author.id === me ? 'mine' : 'theirs'}
        >
          <FileList incident={incident.id} files={files.filter((file) => file.commentId === comment.id)} />
        </Message>
      ))}
      {items.length === 0 && !incident.description && first.length === 0 && (
        <p className="dim">{t('portal:noMessages')}</p>
      )}
    </div>
  )
}
