import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DateBox } from '~/components/DateBox'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toastError } from '~/components/toast'
import { timeZone } from '~/i18n/format'
import { useKept } from '~/lib/kept'
import { useStore } from '~/lib/store'
import { instantIn } from '~/lib/zone-time'
import { AssignFields } from './AssignFields'
import { keptAct } from './kept-act'
import { NativeChoice } from './NativeChoice'
import type { Outcome } from './outcome'
import { OutcomeList } from './OutcomeList'

export type Act = 'assign' | 'hold' | 'resolve' | 'cancel' | 'reopen' | 'override-priority'

export const pendingReasons = [
  'awaitingRequester',
  'awaitingSupplier',
  'awaitingChange',
  'awaitingProblem',
  'awaitingParts',
  'scheduled',
] as const

export const resolutionCodes = [
  'fixed',
  'workaround',
  'notReproducible',
  'userError',
  'duplicate',
  'noActionNeeded',
  'changedByOthers',
] as const

const priorities = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

export interface ActStart {
  teamId?: string
  assigneeId?: string
  text?: string
  priority?: string
  count?: number
  /** So many of them wait, and would not any more. */
  waiting?: number
  /** So many open tickets hang below the one that is resolved. */
  openChildren?: number
}

interface Props {
  act: Act
  /** Those it is done to: what was typed is kept for them until it is sent. */
  tickets: readonly string[]
  start?: ActStart
  busy: boolean
  error: Error | null
  onClose: () => void
  onSubmit: (body: Record<string, unknown>) => void
  /** For many tickets: tells what would become of each. */
  onRehearse?: (body: Record<string, unknown>) => Promise<Outcome>
}

/** Asks what a command needs; the same for one ticket and for many. */
export default function ActDialog({ act, tickets, start = {}, busy, error, onClose, onSubmit, onRehearse }: Props) {
  const { t } = useTranslation()
  const [teamId, setTeam] = useState(start.teamId ?? '')
  const [assigneeId, setAssignee] = useState(start.assigneeId ?? '')
  const [reason, setReason] = useState<string>('awaitingRequester')
  const [until, setUntil] = useState('')
  const [code, setCode] = useState<string>('fixed')
  const [priority, setPriority] = useState(start.priority ?? 'p2')
  const [text, setText] = useKept(keptAct(act, tickets), start.text)
  const zone = useStore(timeZone)

  const bodies: Record<Act, () => Record<string, unknown> | null> = {
    assign: () => (teamId ? { teamId, assigneeId: assigneeId || null } : null),
    hold: () => ({
      reason,
      until: until ? instantIn(until, zone) : null,
      comment: text.trim() || null,
    }),
    resolve: () => (text.trim() ? { code, text: text.trim(), ...(children ? { children } : {}) } : null),
    cancel: () => (text.trim() ? { reason: text.trim() } : null),
    reopen: () => (text.trim() ? { text: text.trim() } : null),
    'override-priority': () => (text.trim() ? { priority, reason: text.trim() } : null),
  }
  const [children, setChildren] = useState(false)
  const [rehearsed, setRehearsed] = useState<Outcome | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = bodies[act]()
    if (body) onSubmit(body)
  }
  const rehearse = () => {
    const body = bodies[act]()
    if (body && onRehearse) onRehearse(body).then(setRehearsed, toastError)
  }
  const word = act.replaceAll('-', '_')
  const title = t(`desk:act.${word}`) + (start.count ? ` · ${t('desk:selected', { count: start.count })}` : '')

  return (
    <Dialog title={title} onClose={onClose}>
      {/* Enter sends from a choice as it does from a field; browsers differ there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        onSubmit={submit}
        className="stack"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        {act === 'assign' && (
          <AssignFields teamId={teamId} assigneeId={assigneeId} onTeam={setTeam} onAssignee={setAssignee} />
        )}
        {Boolean(start.waiting) && <p>{t('desk:take.waiting', { count: start.waiting })}</p>}
        {act === 'hold' && (
          <>
            <NativeChoice
              autoFocus
              label={t('desk:hold.reason')}
              value={reason}
              onChange={setReason}
              options={pendingReasons.map((each) => [each, t(`desk:pending.${each}`)] as const)}
            />
            <DateBox
              kind="dateTime"
              label={t('desk:hold.until')}
              description={t('desk:hold.zone', { zone })}
              required={reason === 'scheduled'}
              value={until}
              onChange={setUntil}
            />
          </>
        )}
        {act === 'resolve' && (
          <NativeChoice
            label={t('desk:resolve.code')}
            value={code}
            onChange={setCode}
            options={resolutionCodes.map((each) => [each, t(`desk:code.${each}`)] as const)}
          />
        )}
        {act === 'override-priority' && (
          <NativeChoice
            autoFocus
            label={t('desk:arrange.by.priority')}
            value={priority}
            onChange={setPriority}
            options={priorities.map((each) => [each, [each.toUpperCase(), t(`priority.${each}`)].join(' · ')] as const)}
          />
        )}
        {act !== 'assign' && (
          <Textarea
            label={t(`desk:actText.${word}`)}
            required={act !== 'hold'}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={act === 'override-priority' ? 500 : undefined}
            data-autofocus={act === 'hold' || act === 'override-priority' ? undefined : true}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
        {act === 'resolve' && Boolean(start.openChildren) && (
          <label className="row">
            <input type="checkbox" checked={children} onChange={(event) => setChildren(event.target.checked)} />
            {t('desk:resolve.children', { count: start.openChildren })}
          </label>
        )}
        {rehearsed && <OutcomeList outcome={rehearsed} />}
        {error && <ErrorPanel error={error} />}
        <div className="row-end">
          {onRehearse && (
            <Button variant="subtle" onClick={rehearse}>
              {t('desk:outcome.rehearse')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`desk:act.${word}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
