import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DeadlineChip } from '~/components/DeadlineChip'
import { Markdown } from '~/components/Markdown'
import { Message } from '~/components/Message'
import { PriorityMark } from '~/components/PriorityMark'
import { SkeletonLines } from '~/components/SkeletonLines'
import { StateChip } from '~/components/StateChip'
import { commentsQuery, incidentQuery } from '~/data/incidents'
import type { TicketRow } from '~/data/tickets'
import { markRead } from '~/data/reads'
import type { Compose } from './PreviewReply'
import styles from './QueuePage.module.css'

const PreviewReply = lazy(() => import('./PreviewReply'))

interface Props {
  row: TicketRow
  compose: Compose | null
  onNext: () => void
  onClose: () => void
}

/** The ticket of the active row without leaving the list. */
export default function Preview({ row, compose, onNext, onClose }: Props) {
  const { t } = useTranslation()
  const incident = useQuery(incidentQuery(row.reference))
  const comments = useQuery(commentsQuery(row.reference))
  const written = comments.data?.items.at(-1)?.createdAt
  useEffect(() => {
    if (written !== undefined) markRead(row.id, written)
  }, [row.id, written])
  return (
    <aside className={styles.preview} aria-label={t('desk:key.preview')}>
      <div className={`${styles.previewText} stack`}>
        <div className="between">
          <span className="ref">{row.reference}</span>
          <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={onClose}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
        <h2>
          <Link to="/desk/tickets/$ref" params={{ ref: row.reference }}>
            {row.title}
          </Link>
        </h2>
        <div className="row">
          <PriorityMark priority={row.priority} words />
          <StateChip state={row.state} />
        </div>
        <p className="dim">
          {row.requester.name}
          {row.site && ` · ${row.site.name}`}
          {row.category && ` · ${row.category.name}`}
        </p>
        {incident.data ? (
          <>
            <div className="row">
              {incident.data.serviceLevels.map((clock) => (
                <DeadlineChip key={clock.target} clock={clock} readAt={incident.dataUpdatedAt} named />
              ))}
            </div>
            {incident.data.description && <Markdown text={incident.data.description} />}
            {(comments.data?.items ?? []).slice(-3).map((comment) => (
              <Message
                key={comment.id}
                author={comment.author.name}
                at={comment.createdAt}
                body={comment.body}
                redacted={comment.redactedAt !== null}
                side={
                  comment.visibility === 'internal'
                    ? 'note'
                    : comment.author.id === row.requester.id
                      ? 'theirs'
                      : 'mine'
                }
              />
            ))}
          </>
        ) : (
          <SkeletonLines count={5} />
        )}
      </div>
      <Suspense>
        {incident.data && <PreviewReply key={row.id} incident={incident.data} compose={compose} onNext={onNext} />}
      </Suspense>
    </aside>
  )
}
