import { SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileList } from '~/components/FileList'
import { Message } from '~/components/Message'
import { SkeletonLines } from '~/components/SkeletonLines'
import { attachmentsQuery, timelineQuery, type TimelineEntry, type TimelineKind } from '~/data/incidents'
import { CommentActions } from './CommentActions'
import { foldTimeline } from './fold-timeline'
import { SystemLines } from './SystemLines'
import styles from './Timeline.module.css'

const kinds: TimelineKind[] = ['all', 'public', 'notes', 'changes']

/** Everything that happened, oldest first; what the machine says is folded between what people say. */
export function Timeline({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<TimelineKind>('all')
  const timeline = useQuery(timelineQuery(incident.reference, kind))
  const files = useQuery(attachmentsQuery(incident.reference)).data?.items ?? []
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
    <section className={styles.timeline} aria-labelledby="timeline">
      <div className="between">
        <h2 id="timeline">{t('desk:timeline')}</h2>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => setKind(value as TimelineKind)}
          aria-label={t('desk:timelineFilter')}
          data={kinds.map((each) => ({ value: each, label: t(`desk:kind.${each}`) }))}
        />
      </div>
      {kind === 'all' && incident.description && (
        <Message author={incident.requester.name} at={incident.openedAt} body={incident.description} side="theirs">
          <FileList incident={incident.reference} files={files.filter((file) => file.commentId === null)} />
        </Message>
      )}
      {timeline.isPending && <SkeletonLines count={6} />}
      {timeline.error && <ErrorPanel error={timeline.error} />}
      {foldTimeline(timeline.data?.items ?? []).map((part) =>
        Array.isArray(part) ? <SystemLines key={part[0]!.sequence} entries={part} /> : message(part),
      )}
    </section>
  )
}
