import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { FileList } from '~/components/FileList'
import { Message } from '~/components/Message'
import { attachmentsQuery, timelineQuery } from '~/data/incidents'
import { markRead } from '~/data/reads'
import { useSession } from '~/data/session'
import { conversationOf } from './conversation'

/** A short conversation is read from its beginning; of a longer one, the end is what one comes for. */
const short = 4

export function Conversation({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const timeline = useSuspenseInfiniteQuery(timelineQuery(incident.reference, 'public'))
  const { pages } = timeline.data
  const messages = useMemo(() => conversationOf(pages), [pages])
  const files = useSuspenseQuery(attachmentsQuery(incident.reference)).data.items
  const newest = messages.at(-1)?.at
  const end = useRef<HTMLDivElement>(null)
  // On opening alone: what comes later must not move what is being read.
  const [long] = useState(messages.length > short)
  useEffect(() => {
    if (!long) return undefined
    // After the page has found its own place: one that was scrolled before stands where it was left.
    const frame = requestAnimationFrame(() => {
      const last = end.current?.previousElementSibling
      const scrolled = last?.closest('main')?.scrollTop ?? 0
      if (last && scrolled === 0 && last.getBoundingClientRect().bottom > innerHeight)
        last.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [long])
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
      {timeline.hasNextPage && (
        <div data-noprint>
          <BusyButton
            variant="default"
            busy={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {t('portal:earlier')}
          </BusyButton>
        </div>
      )}
      {messages.map((message) => (
        <Message
          key={message.key}
          author={message.author.name}
          at={message.at}
          body={message.body}
          redacted={message.redacted}
          edited={message.edited}
          side={message.author.id === me ? 'mine' : 'theirs'}
        >
          <FileList incident={incident.id} files={message.files} />
        </Message>
      ))}
      {messages.length === 0 && !incident.description && first.length === 0 && (
        <p className="dim">{t('portal:noMessages')}</p>
      )}
      <div ref={end} hidden />
    </div>
  )
}
