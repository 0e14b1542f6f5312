import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Eye, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident, Schemas } from '~/api/types'
import { CopyButton } from '~/components/CopyButton'
import { KeyHint } from '~/components/commands/KeyHint'
import { DeadlineChip } from '~/components/DeadlineChip'
import { EditableTitle } from '~/components/EditableTitle'
import { Menu, type MenuEntry } from '~/components/Menu'
import { PriorityMark } from '~/components/PriorityMark'
import { StateChip } from '~/components/StateChip'
import { TimeAgo } from '~/components/TimeAgo'
import { lastList } from '~/data/last-list'
import { ListPlace } from './ListPlace'
import styles from './TicketHeader.module.css'

interface Props {
  incident: Incident
  readAt: number
  present: readonly Schemas['PresenceResponse'][]
  main: readonly MenuEntry[]
  more: readonly MenuEntry[]
  onTitle: (title: string, from: Incident) => void
}

/** Who it is, how it stands and every running clock: always in view. */
export function TicketHeader({ incident, readAt, present, main, more, onTitle }: Props) {
  const { t } = useTranslation()
  const list = lastList.get()
  const [from, setFrom] = useState(incident)
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <Link
          to="/desk/queues/$view"
          params={{ view: list?.view ?? 'my-work' }}
          search={list?.search ?? {}}
          className={styles.back}
          data-noprint
        >
          <ArrowLeft size={16} aria-hidden />
          <span className="visually-hidden">{t('desk:back')}</span>
        </Link>
        <ListPlace reference={incident.reference} />
        <span className="ref">{incident.reference}</span>
        <CopyButton value={incident.reference} label={t('desk:copyReference')} />
        <PriorityMark priority={incident.priority} words />
        <StateChip state={incident.state} />
        {incident.pending && <span className="dim">{t(`desk:pending.${incident.pending.reason}`)}</span>}
        {incident.major && <span className={styles.flag}>{t('desk:major')}</span>}
        {incident.restricted && <span className={styles.flag}>{t('desk:restricted')}</span>}
        <span className={styles.clocks}>
          {incident.serviceLevels.map((clock) => (
            <DeadlineChip key={`${clock.target} ${clock.cycle}`} clock={clock} readAt={readAt} named />
          ))}
        </span>
        <span className={styles.present} role="status">
          {present.map((each) => (
            <span key={each.user.id}>
              {each.activity === 'viewing' ? <Eye size={14} aria-hidden /> : <PenLine size={14} aria-hidden />}
              {t(`desk:presence.${each.activity}`, { name: each.user.name })}
            </span>
          ))}
        </span>
      </div>
      <div className={styles.bottom}>
        <EditableTitle
          title={incident.title}
          reference={incident.reference}
          onBegin={() => setFrom(incident)}
          onChange={(title) => onTitle(title, from)}
        />
        <div className={styles.acts} data-acts data-noprint>
          {main.map((entry) => (
            <Button
              key={entry.id}
              size="compact-sm"
              variant="default"
              disabled={Boolean(entry.disabled)}
              title={entry.disabled}
              onClick={entry.run}
              rightSection={entry.keys && <KeyHint keys={entry.keys} />}
            >
              {entry.label}
            </Button>
          ))}
          <Menu label={t('desk:more')} entries={more} />
        </div>
      </div>
      <p className="dim">
        {incident.requester.name}
        {incident.site && ` · ${incident.site.name}`} · {t('desk:opened')} <TimeAgo at={incident.openedAt} />
        {incident.reassignmentCount > 1 && ` · ${t('desk:moves', { count: incident.reassignmentCount })}`}
        {incident.reopenCount > 0 && ` · ${t('desk:reopened', { count: incident.reopenCount })}`}
        {incident.mergedInto && (
          <>
            {' · '}
            {t('desk:mergedInto')}{' '}
            <Link to="/desk/tickets/$ref" params={{ ref: incident.mergedInto.reference }} className="ref">
              {incident.mergedInto.reference}
            </Link>
          </>
        )}
      </p>
    </header>
  )
}
