import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { incidentQuery } from '~/data/incidents'
import { lastList } from '~/data/last-list'
import { LayerPending } from '~/components/LayerPending'
import { Composer } from '~/components/composer/Composer'
import { ConflictDialog } from './ConflictDialog'
import { MajorBanner } from './MajorBanner'
import { Reach } from './Reach'
import { Side } from './Side'
import { TicketHeader } from './TicketHeader'
import styles from './TicketPage.module.css'
import { Timeline } from './Timeline'
import type { DraftKind } from '~/components/composer/use-draft'
import { usePresence } from '~/data/presence'
import { useIdle } from '~/lib/idle'
import { useTicketActs } from './use-ticket-acts'
import { useTicketMenu } from './use-ticket-menu'
import { useUpdate } from './use-update'
import { useWatching } from './use-watching'

const loadActs = () => import('~/components/acts/ActDialog')
const loadAhead = () => void loadActs().catch(() => undefined)
const ActDialog = lazy(loadActs)
const RedactDialog = lazy(() => import('./RedactDialog'))
const RelateDialog = lazy(() => import('./RelateDialog'))

const focusOn = (what: string) => document.querySelector<HTMLElement>(what)?.focus()

/** One ticket: who, what, every clock, all that was said, and the answer. */
export function TicketPage() {
  const { ref } = useParams({ from: '/_app/desk/tickets/$ref' })
  // Another ticket is another page: nothing of the former one stays in fields and menus.
  return <Ticket key={ref} reference={ref} />
}

function Ticket({ reference }: { reference: string }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/_app/desk/tickets/$ref' })
  const navigate = useNavigate({ from: '/desk/tickets/$ref' })
  const query = useSuspenseQuery(incidentQuery(reference))
  const incident = query.data
  const [kind, setKind] = useState<DraftKind>(search.compose ?? 'reply')
  const [focus, setFocus] = useState(search.compose ? 1 : 0)
  const [writing, setWriting] = useState(false)
  const present = usePresence(reference, writing ? (kind === 'reply' ? 'replying' : 'noting') : 'viewing')
  const update = useUpdate(incident)
  const acts = useTicketActs(incident)
  const watching = useWatching(incident)
  const [insert, setInsert] = useState<{ text: string } | null>(null)

  const compose = (next: DraftKind) => {
    setKind(next)
    setFocus((count) => count + 1)
  }
  const answer = (text: string) => {
    compose('reply')
    setInsert({ text })
  }
  const go = (step: 1 | -1) => {
    const next = lastList.neighbour(incident.reference, step)
    if (next) void navigate({ to: '/desk/tickets/$ref', params: { ref: next }, search: {} })
    else if (step === 1) back()
  }
  const back = () => {
    const list = lastList.get()
    void navigate({
      to: '/desk/queues/$view',
      params: { view: list?.view ?? 'my-work' },
      search: list?.search ?? {},
    })
  }
  const onState = () => focusOn('[data-acts] button:not(:disabled)')
  const onPriority = () =>
    void navigate({ search: (before) => ({ ...before, tab: 'properties' }), replace: true }).then(() =>
      requestAnimationFrame(() => focusOn('[data-field="impact"]')),
    )
  const { main, more } = useTicketMenu({ incident, acts, watching, compose, go, back, onPriority, onState })
  const asked = acts.asked
  useIdle(loadAhead)
  useEffect(() => lastList.visit(incident.reference), [incident.reference])
  return (
    <div className={styles.page} data-desk>
      <TicketHeader
        incident={incident}
        readAt={query.dataUpdatedAt}
        present={present}
        main={main}
        more={more}
        onTitle={(title, from) => update.change({ title }, from)}
      />
      <div className={styles.body}>
        <div className={styles.centre}>
          {incident.resolution && (
            <p className={styles.resolution}>
              <strong>{t(`desk:code.${incident.resolution.code}`)}</strong> — {incident.resolution.text}
            </p>
          )}
          <MajorBanner incident={incident} />
          <Timeline
            incident={incident}
            kind={search.show ?? 'all'}
            onDescribe={(description, from) => update.save({ description }, from)}
            onKind={(show) =>
              void navigate({
                search: (before) => ({ ...before, show: show === 'all' ? undefined : show }),
                replace: true,
              })
            }
          />
        </div>
        <div className={styles.composer} data-part="composer">
          <Composer
            incident={incident}
            kind={kind}
            onKind={compose}
            focus={focus}
            insert={insert}
            onActivity={setWriting}
            onNext={() => go(1)}
          />
        </div>
        <div className={styles.side} data-part="side">
          <Side
            incident={incident}
            acts={acts}
            watching={watching}
            onAnswer={answer}
            tab={search.tab ?? 'properties'}
            named={search.tab !== undefined}
            onTab={(tab) => void navigate({ search: (before) => ({ ...before, tab }), replace: true })}
          />
        </div>
      </div>
      <Reach open={!['closed', 'cancelled'].includes(incident.state)} onCompose={compose} />
      {update.conflict && (
        <ConflictDialog
          conflict={update.conflict}
          name={(_, value) => String(value)}
          onMine={update.keepMine}
          onTheirs={update.keepTheirs}
        />
      )}
      <Suspense fallback={<LayerPending />}>
        {asked && (asked === 'merge' || asked === 'major' || asked === 'split') ? (
          <RelateDialog incident={incident} asked={asked} acts={acts} />
        ) : asked === 'redact' ? (
          <RedactDialog
            title={incident.title}
            busy={acts.busy}
            error={acts.error}
            onClose={acts.dismiss}
            onRedact={(body) => acts.run('redact', body)}
          />
        ) : (
          asked && (
            <ActDialog
              key={asked}
              act={asked}
              tickets={[incident.id]}
              start={{
                teamId: incident.team?.id ?? '',
                assigneeId: incident.assignee?.id,
                openChildren: acts.openChildren,
                priority: incident.priority,
                text: acts.words,
              }}
              busy={acts.busy}
              error={acts.error}
              onClose={acts.dismiss}
              onSubmit={(body) => acts.submit(asked, body)}
            />
          )
        )}
      </Suspense>
    </div>
  )
}
