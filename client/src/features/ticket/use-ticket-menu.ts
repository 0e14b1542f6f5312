import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { useCommands, type Command } from '~/components/commands/registry'
import type { MenuEntry } from '~/components/Menu'
import { notice, undoLast } from '~/components/toast'
import type { DraftKind } from '~/components/composer/use-draft'
import { useMay, useSession } from '~/data/session'
import type { TicketActs } from './use-ticket-acts'
import type { Watching } from './use-watching'

interface Options {
  incident: Incident
  acts: TicketActs
  watching: Watching
  compose: (kind: DraftKind) => void
  go: (step: 1 | -1) => void
  back: () => void
  /** Brings impact and urgency, from which the priority follows, under the hands. */
  onPriority: () => void
  /** The same with what can be done to the ticket next. */
  onState: () => void
}

const shown = ['take', 'start', 'hold', 'resume', 'resolve', 'assign']

/** Everything the ticket can do, once; what the server refuses says why instead of hiding. */
export function useTicketMenu({ incident, acts, watching, compose, go, back, onPriority, onState }: Options) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const may = useMay()
  const redacts = may('comments.redact')
  const { mine, toggle } = watching
  const verbs = useMemo(() => {
    const why = (verb: string) => {
      if (incident.allowedTransitions.includes(verb)) return undefined
      const refused = incident.refusedTransitions.find((each) => each.name === verb)
      return refused
        ? t(`desk:refused.${refused.code.replaceAll('.', '_')}`, { defaultValue: t('desk:notNow') })
        : t('desk:notNow')
    }
    const verb = (id: string, transition: string, run: () => void, keys?: string): Command => ({
      id: `ticket.${id}`,
      label: t(`desk:key.${id}`),
      section: 'page',
      keys,
      about: incident.reference,
      run,
      disabled: why(transition),
    })
    const always = (id: string, run: () => void): Command => ({
      id: `ticket.${id}`,
      label: t(`desk:key.${id}`),
      section: 'page',
      about: incident.reference,
      run,
    })
    return [
      // Whoever has it need not take it.
      ...(incident.assignee?.id === me ? [] : [verb('take', 'assign', acts.take, 'm')]),
      verb('start', 'start', () => acts.run('start')),
      { ...verb('assign', 'assign', () => acts.ask('assign'), 'a'), alias: ['t'] },
      verb('hold', 'hold', () => acts.ask('hold'), 'w'),
      verb('resume', 'resume', () => acts.run('resume')),
      verb('resolve', 'resolve', () => acts.ask('resolve'), 'e'),
      verb('reopen', 'reopen', () => acts.ask('reopen')),
      verb('close', 'close', () => acts.run('close')),
      verb('followUp', 'follow-up', acts.followUp),
      verb('cancel', 'cancel', () => acts.ask('cancel')),
      verb('merge', 'merge', () => acts.ask('merge')),
      verb('unmerge', 'unmerge', () => acts.run('unmerge')),
      verb('split', 'split', () => acts.ask('split')),
      verb('major', 'declare-major', () => acts.ask('major')),
      verb('setPriority', 'override-priority', () => acts.ask('override-priority')),
      ...(incident.priorityOverride ? [verb('priorityBack', 'override-priority', acts.priorityBack)] : []),
      always(mine ? 'unwatch' : 'watch', toggle),
      ...(redacts ? [always('redact', () => acts.ask('redact'))] : []),
    ]
  }, [incident, acts, me, redacts, mine, toggle, t])

  useCommands(
    useMemo<Command[]>(() => {
      const act = (id: string, keys: string, run: () => void, alias?: string[]): Command => ({
        id: `ticket.${id}`,
        label: t(`desk:key.${id}`),
        section: 'page',
        keys,
        alias,
        run,
      })
      const copy = (what: string) => {
        void navigator.clipboard?.writeText(what)
        notice(t('desk:copied', { value: what }))
      }
      return [
        ...verbs,
        act('reply', 'r', () => compose('reply')),
        act('note', 'n', () => compose('note')),
        act('state', 's', onState),
        act('priority', 'p', onPriority),
        act('previous', '[', () => go(-1)),
        act('next', ']', () => go(1)),
        act('back', 'u', back),
        act('copyReference', '. n', () => copy(incident.reference)),
        act('copyTitle', '. t', () => copy(incident.title)),
        act('copyLink', '. l', () => copy(`${location.origin}/desk/tickets/${incident.reference}`)),
        act('undo', 'z', undoLast),
      ]
    }, [verbs, compose, go, back, onPriority, onState, incident.reference, incident.title, t]),
  )

  const entry = (command: Command): MenuEntry => ({ ...command })
  const id = (command: Command) => command.id.replace('ticket.', '')
  return {
    main: verbs.filter((command) => shown.includes(id(command)) && !command.disabled).map(entry),
    more: verbs.filter((command) => !shown.includes(id(command)) || command.disabled).map(entry),
  }
}
