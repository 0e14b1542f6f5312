import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '~/components/BusyButton'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { majorsQuery, useJoinMajor, type MajorNotice } from '~/data/majors'
import { useFormat } from '~/i18n/format'
import styles from './Outages.module.css'

interface Props {
  /** What follows once somebody has joined instead of reporting. */
  onJoined?: (reference: string) => void
  /** While reporting only what still goes on is of use. */
  openOnly?: boolean
}

/** What is known to be broken: joining tells as much as one more ticket would, and says when it is over. */
export function Outages({ onJoined, openOnly }: Props) {
  const { t } = useTranslation()
  const join = useJoinMajor()
  const known = useQuery(majorsQuery).data?.items ?? []
  const majors = openOnly ? known.filter((major) => !major.resolvedAt) : known
  if (majors.length === 0) return null
  return (
    <section className={styles.outages} aria-labelledby="outages">
      <h2 id="outages">{t(openOnly ? 'portal:outage.isIt' : 'portal:outage.title')}</h2>
      <ul className="plain stack">
        {majors.map((major) => (
          <Outage
            key={major.id}
            major={major}
            busy={join.isPending}
            onJoin={() =>
              join.mutate(major.reference, {
                onSuccess: () => {
                  toast(t('portal:outage.joined'))
                  onJoined?.(major.reference)
                },
              })
            }
          />
        ))}
      </ul>
      {join.error && <ErrorPanel error={join.error} />}
    </section>
  )
}

function Outage({ major, busy, onJoin }: { major: MajorNotice; busy: boolean; onJoin: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const Icon = major.resolvedAt ? CircleCheck : TriangleAlert
  return (
    <li className={styles.outage} data-solved={major.resolvedAt ? true : undefined}>
      <Icon size={20} aria-hidden />
      <div className="grow stack-s">
        <strong>{major.title}</strong>
        <span>{major.status}</span>
        <span className="meta">
          {major.resolvedAt
            ? t('portal:outage.solved', { at: format.dateTime(major.resolvedAt) })
            : t('portal:outage.since', { at: format.dateTime(major.declaredAt) })}
          {!major.resolvedAt && major.nextUpdateAt && (
            <> · {t('portal:outage.next', { at: format.dateTime(major.nextUpdateAt) })}</>
          )}
        </span>
      </div>
      {major.joined ? (
        <Link to="/help/requests/$ref" params={{ ref: major.reference }}>
          {t('portal:outage.follow')}
        </Link>
      ) : (
        !major.resolvedAt && (
          <BusyButton variant="default" busy={busy} onClick={onJoin}>
            {t('portal:outage.join')}
            <span className="visually-hidden">{` (${major.title})`}</span>
          </BusyButton>
        )
      )}
    </li>
  )
}
