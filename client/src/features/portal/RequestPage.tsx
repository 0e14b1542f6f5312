import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '~/components/Markdown'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { TimeAgo } from '~/components/TimeAgo'
import { incidentQuery } from '~/data/incidents'
import { useSession } from '~/data/session'
import { useKeptFocus } from '~/lib/use-kept-focus'
import { AnswerBox } from './AnswerBox'
import { Conversation } from './Conversation'
import { Following } from './Following'
import { OutageNews } from './OutageNews'
import { RequestActions } from './RequestActions'
import styles from './RequestPage.module.css'
import { Sharing } from './Sharing'
import { Standing } from './Standing'
import { StateLine } from './StateLine'
import { Withdrawn } from './Withdrawn'

/** My ticket in plain words: how it stands, what was said, and one box to answer. */
export function RequestPage() {
  const { t } = useTranslation()
  const { ref } = useParams({ from: '/_app/help/requests/$ref' })
  const incident = useSuspenseQuery(incidentQuery(ref)).data
  const me = useSession()?.user.id
  const mine = incident.requester.id === me || incident.openedBy.id === me
  const over = incident.state === 'closed' || incident.state === 'cancelled'
  const page = useRef<HTMLDivElement>(null)
  // An act takes its own button away: what became of the ticket is said there.
  const status = useKeptFocus<HTMLElement>(page)
  return (
    <div className={`page narrow stack-l ${styles.page}`} ref={page}>
      <div className="stack-s">
        <span className="meta">
          <span className="ref">{incident.reference}</span> · {t('portal:opened')} <TimeAgo at={incident.openedAt} />
          {incident.requester.id !== me && <> · {t('portal:for', { name: incident.requester.name })}</>}
        </span>
        <PageHeader title={incident.title} reference={incident.reference} />
        {incident.followUpOf && (
          <span>
            {t('portal:followUpOf')}{' '}
            <Link to="/help/requests/$ref" params={{ ref: incident.followUpOf.reference }}>
              {incident.followUpOf.reference}
            </Link>
          </span>
        )}
      </div>
      <section className="card stack" aria-label={t('portal:status')} ref={status} tabIndex={-1}>
        <StateLine incident={incident} />
        {incident.major && <OutageNews major={incident.major} over={over || incident.state === 'resolved'} />}
        <Standing incident={incident} mine={mine} />
        {incident.state === 'cancelled' && <Withdrawn incident={incident} />}
        {incident.resolution && (
          <div className={styles.solution}>
            <h2>{t('portal:solution')}</h2>
            <Markdown text={incident.resolution.text} />
          </div>
        )}
        <RequestActions incident={incident} mine={mine} />
        {!mine && <Following incident={incident} />}
      </section>
      <section className="stack" aria-labelledby="messages">
        <h2 id="messages">{t('portal:messages')}</h2>
        <Suspense fallback={<SkeletonLines count={4} />}>
          <Conversation key={incident.id} incident={incident} />
        </Suspense>
        {mine && !over && <AnswerBox incident={incident} />}
      </section>
      {mine && !over && !incident.restricted && (
        <Suspense>
          <Sharing incident={incident} />
        </Suspense>
      )}
    </div>
  )
}
