import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { Message } from '~/components/Message'
import { useSession } from '~/data/session'
import { commentsQuery } from '~/data/incidents'

export function Conversation({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const { items } = useSuspenseQuery(commentsQuery(incident.reference)).data
  return (
    <div className="stack">
      {incident.description && (
        <Message
          author={incident.openedBy.name}
          at={incident.openedAt}
          body={incident.description}
          side={incident.openedBy.id === me ? 'mine' : 'theirs'}
        />
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
        />
      ))}
      {items.length === 0 && !incident.description && <p className="dim">{t('portal:noMessages')}</p>}
    </div>
  )
}
