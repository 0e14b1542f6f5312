import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import type { Act } from '~/components/acts/ActDialog'
import { keptAct } from '~/components/acts/kept-act'
import { toast, toastError } from '~/components/toast'
import { childrenQuery, settle, transit, useTransition } from '~/data/incidents'
import { useSession } from '~/data/session'
import { dropKept } from '~/lib/kept'

export type Asked = Act | 'merge' | 'major' | 'split' | 'redact'

/** What can be done to the ticket, and the way back where there is one. */
export function useTicketActs(incident: Incident) {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [words, setWords] = useState('')
  const navigate = useNavigate()
  const transition = useTransition(incident.reference)
  const children = useQuery({ ...childrenQuery(incident.reference), enabled: asked === 'resolve' }).data?.items ?? []

  const run = (
    verb: string,
    body: Record<string, unknown> = {},
    undo?: () => Promise<Incident>,
    then?: (now: Incident) => void,
  ) =>
    transition.mutate(
      { verb, body },
      {
        onSuccess: (now) => {
          then?.(now)
          setAsked(null)
          const did =
            verb === 'override-priority' && body.priority === null ? 'priority_back' : verb.replaceAll('-', '_')
          toast(
            t(`desk:did.${did}`, {
              count: 1,
              reference: (verb === 'follow-up' ? now : incident).reference,
            }),
            undo &&
              (() =>
                void undo()
                  .then((now) => settle(queryClient, now))
                  .catch(toastError)),
          )
        },
        onError: (error) => {
          if (asked === null) toastError(error)
        },
      },
    )

  const undoAssign = incident.team
    ? () => transit(incident.id, 'assign', { teamId: incident.team!.id, assigneeId: incident.assignee?.id ?? null })
    : undefined

  const by = incident.priorityOverride
  const undoPriority = () =>
    transit(incident.id, 'override-priority', by ? { priority: by.priority, reason: by.reason } : { priority: null })

  const undoOf: Partial<Record<Act, () => Promise<Incident>>> = {
    assign: undoAssign,
    hold: () => transit(incident.id, 'resume'),
    'override-priority': undoPriority,
  }

  const resolveChildren = async (body: Record<string, unknown>) => {
    try {
      const { results } = await request<Schemas['ChildrenResolved']>(
        'POST',
        `/incidents/${incident.id}/resolve-children`,
        {
          body,
        },
      )
      await queryClient.invalidateQueries({ queryKey: ['incident'] })
      const refused = results.filter((result) => !result.ok)
      toast(t('desk:resolve.childrenDone', { count: results.length - refused.length }))
      for (const { reference, problem } of refused)
        toastError(new ApiError(409, { ...problem, detail: `${reference} ${problem?.detail ?? ''}` }))
    } catch (error) {
      toastError(error)
    }
  }

  return {
    asked,
    openChildren: children.filter((child) => ['new', 'assigned', 'inProgress', 'pending'].includes(child.state)).length,
    followUp: () =>
      run('follow-up', {}, undefined, (made) => {
        void navigate({ to: '/desk/tickets/$ref', params: { ref: made.reference } })
      }),
    ask: (act: Asked, text = '') => {
      transition.reset()
      setWords(text)
      setAsked(act)
    },
    /** What the dialog begins with. */
    words,
    dismiss: () => setAsked(null),
    busy: transition.isPending,
    error: transition.error,
    run,
    submit: (act: Act, { children: below, ...body }: Record<string, unknown>) =>
      run(act, body, undoOf[act], () => {
        dropKept(keptAct(act, [incident.id]))
        if (below) void resolveChildren(body)
      }),
    /** The priority is again what impact and urgency make it. */
    priorityBack: () => run('override-priority', { priority: null }, undoPriority),
    take: () => {
      const mine = session?.teams.some((team) => team.id === incident.team?.id)
      const teamId = (mine ? incident.team?.id : undefined) ?? session?.user.defaultTeamId ?? session?.teams[0]?.id
      if (teamId) run('assign', { teamId, assigneeId: session?.user.id }, undoAssign)
    },
  }
}

export type TicketActs = ReturnType<typeof useTicketActs>
