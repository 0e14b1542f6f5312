import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '~/components/Markdown'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { TimeAgo } from '~/components/TimeAgo'
import { useFormat } from '~/i18n/format'
import { AnswerBox } from './AnswerBox'
import { Conversation } from './Conversation'
import { promiseOf } from './promise'
import { incidentQuery } from '~/data/incidents'
import styles from './RequestPage.module.css'
import { RequestActions } from './RequestActions'
import { StateLine } from './StateLine'

/** My ticket in plain words: how it stands, what was said, and one box to answer. */
export function RequestPage() {
  const { t } = useTranslation()
  const { ref } = useParams({ from: '/_app/help/requests/$ref' })
  const incident = useSuspenseQuery(incidentQuery(ref)).data
  const format = useFormat()
  const holder = incident.assignee?.name ?? incident.team?.name
  return (
    <div className="page narrow stack-l">
      <div className="stack-s">
        <span className="meta">
          <span className="ref">{incident.reference}</span> · {t('portal:opened')} <TimeAgo at={incident.openedAt} />
        </span>
        <PageHeader title={incident.title} />
      </div>
      <section className="card stack" aria-label={t('portal:status')}>
        <StateLine incident={incident} />
        <p className={styles.promise}>{promiseOf(incident, t, format)}</p>
        <p className="dim">{holder ? t('portal:with', { name: holder }) : t('portal:withNobody')}</p>
        {incident.resolution && (
          <div className={styles.solution}>
            <h2>{t('portal:solution')}</h2>
            <Markdown text={incident.resolution.text} />
          </div>
        )}
        <RequestActions incident={incident} />
      </section>
      <section className="stack" aria-labelledby="messages">
        <h2 id="messages">{t('portal:messages')}</h2>
        <Suspense fallback={<SkeletonLines count={4} />}>
          <Conversation incident={incident} />
        </Suspense>
        <AnswerBox incident={incident} />
      </section>
    </div>
  )
}
