import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '~/components/BusyButton'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { majorsAboutQuery, majorsQuery, useJoinMajor, type MajorNotice } from '~/data/majors'
import { useFormat } from '~/i18n/format'
import styles from './Outages.module.css'

interface Props {
  title: string
  majors: readonly MajorNotice[]
  /** What follows once somebody has joined instead of reporting. */
  onJoined?: (reference: string) => void
}

/** What is known to be broken. */
export function Outages() {
  const { t } = useTranslation()
  return <OutageList title={t('portal:outage.title')} majors={useQuery(majorsQuery).data?.items ?? []} />
}

const longest = 200

/** While something is reported: what still goes on and may be the same, by its words. */
export function OutagesLikeThis({ text, onJoined }: { text: string; onJoined: (reference: string) => void }) {
  const { t } = useTranslation()
  const [typed] = useDebouncedValue(text.trim().slice(0, longest), 300)
  const query = majorsAboutQuery(typed)
  const { data } = useQuery({ ...query, placeholderData: (before) => before })
  const majors = query.enabled ? (data?.items.filter((major) => !major.resolvedAt) ?? []) : []
  return (
    <div role="status">
      <OutageList title={t('portal:outage.isIt')} majors={majors} onJoined={onJoined} />
    </div>
  )
}

/** Joining tells as much as one more ticket would, and says when it is over. */
function OutageList({ title, majors, onJoined }: Props) {
  const { t } = useTranslation()
  const join = useJoinMajor()
  if (majors.length === 0) return null
  return (
    <section className={styles.outages} aria-labelledby="outages">
      <h2 id="outages">{title}</h2>
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
        <Link to="/help/outages/$ref" params={{ ref: major.reference }}>
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
