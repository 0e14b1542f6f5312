import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { Fragment, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileList } from '~/components/FileList'
import { Message } from '~/components/Message'
import { SkeletonLines } from '~/components/SkeletonLines'
import { attachmentsQuery, timelineQuery, type TimelineEntry, type TimelineKind } from '~/data/incidents'
import { markRead } from '~/data/reads'
import { useSession } from '~/data/session'
import { lastSeen } from '~/lib/last-seen'
import { scrollWithin } from '~/lib/scroll-within'
import { CommentActions } from './CommentActions'
import { Description } from './Description'
import { firstUnseen, foldTimeline, oldestFirst } from './fold-timeline'
import { SystemLines } from './SystemLines'
import styles from './Timeline.module.css'

const kinds: TimelineKind[] = ['all', 'public', 'notes', 'changes']

function bringIntoView(element: HTMLElement | null): void {
  scrollWithin(element, 'center')
}

interface Props {
  incident: Incident
  kind: TimelineKind
  onKind: (kind: TimelineKind) => void
  onDescribe: (description: string, from: Incident) => Promise<unknown>
}

/** Everything that happened, oldest first; what the machine says is folded between what people say. */
export function Timeline({ incident, kind, onKind, onDescribe }: Props) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const [seen] = useState(() => lastSeen.get(incident.id))
  const timeline = useInfiniteQuery(timelineQuery(incident.reference, kind))
  const files = useQuery(attachmentsQuery(incident.reference)).data?.items ?? []
  const pages = timeline.data?.pages
  const entries = useMemo(() => oldestFirst(pages ?? []), [pages])
  const newest = entries.at(-1)?.sequence
  const written = entries.findLast((entry) => entry.comment)?.comment?.createdAt
  const firstNew = seen === undefined ? undefined : firstUnseen(entries, seen, me)
  const section = useRef<HTMLElement>(null)
  const opened = useRef(false)
  const loaded = pages !== undefined
  // What was said last is what one comes for; what is new is brought into view where it begins. On a phone the page scrolls as a whole.
  useLayoutEffect(() => {
    const centre = section.current?.parentElement
    if (!loaded || opened.current || !centre) return
    opened.current = true
    if (firstNew === undefined && written !== undefined && centre.scrollHeight > centre.clientHeight)
      [...centre.querySelectorAll('article')].at(-1)?.scrollIntoView({ block: 'nearest' })
  }, [loaded, firstNew, written])
  useEffect(() => {
    if (newest !== undefined) lastSeen.set(incident.id, newest)
    if (written !== undefined) markRead(incident.id, written)
  }, [incident.id, newest, written])
  const message = (entry: TimelineEntry) => {
    const comment = entry.comment
    if (!comment) return null
    const side =
      comment.visibility === 'internal' ? 'note' : comment.author.id === incident.requester.id ? 'theirs' : 'mine'
    return (
      <Message
        key={`${entry.sequence} ${comment.id}`}
        author={comment.author.name}
        at={comment.createdAt}
        body={comment.body}
        edited={comment.editedAt !== null}
        redacted={comment.redactedAt !== null}
        side={side}
      >
        <FileList incident={incident.reference} files={files.filter((file) => file.commentId === comment.id)} />
        <CommentActions incident={incident} comment={comment} />
      </Message>
    )
  }
  return (
    <section ref={section} className={styles.timeline} aria-labelledby="timeline">
      <div className={`between ${styles.head}`}>
        <h2 id="timeline">{t('desk:timeline')}</h2>
        <div className={styles.kinds} role="group" aria-label={t('desk:timelineFilter')}>
          {kinds.map((each) => (
            <button key={each} type="button" aria-pressed={each === kind} onClick={() => onKind(each)}>
              {t(`desk:kind.${each}`)}
            </button>
          ))}
          {kind === 'all' && written !== undefined && (
            <button type="button" data-noprint onClick={() => section.current?.parentElement?.scrollTo({ top: 0 })}>
              {t('desk:field.description')} <ArrowUp size={12} aria-hidden />
            </button>
          )}
        </div>
      </div>
      {kind === 'all' && (
        <Description
          incident={incident}
          onSave={onDescribe}
          files={<FileList incident={incident.reference} files={files.filter((file) => file.commentId === null)} />}
        />
      )}
      {timeline.isPending && <SkeletonLines count={6} />}
      {timeline.error && <ErrorPanel error={timeline.error} />}
      {timeline.hasNextPage && (
        <div data-noprint>
          <Button
            size="xs"
            variant="default"
            loading={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {t('desk:earlier')}
          </Button>
        </div>
      )}
      {foldTimeline(entries).map((part) =>
        Array.isArray(part) ? (
          <SystemLines key={part[0]!.sequence} entries={part} />
        ) : (
          <Fragment key={part.sequence}>
            {part.sequence === firstNew && (
              <p ref={bringIntoView} className={styles.newLine}>
                {t('desk:newSince')}
              </p>
            )}
            {message(part)}
          </Fragment>
        ),
      )}
    </section>
  )
}
