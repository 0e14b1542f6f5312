import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import type { Act } from '~/components/acts/ActDialog'
import { toast, toastError } from '~/components/toast'
import { settle, transit, useTransition } from '~/data/incidents'
import { useSession } from '~/data/session'

export type Asked = Act | 'merge' | 'major' | 'split'

/** What can be done to the ticket, and the way back where there is one. */
export function useTicketActs(incident: Incident) {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const transition = useTransition(incident.reference)

  const run = (verb: string, body: Record<string, unknown> = {}, undo?: () => Promise<Incident>) =>
    transition.mutate(
      { verb, body },
      {
        onSuccess: () => {
          setAsked(null)
          toast(
            t(`desk:did.${verb.replaceAll('-', '_')}`, { count: 1, reference: incident.reference }),
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

  return {
    asked,
    ask: (act: Asked) => {
      transition.reset()
      setAsked(act)
    },
    dismiss: () => setAsked(null),
    busy: transition.isPending,
    error: transition.error,
    run,
    submit: (act: Act, body: Record<string, unknown>) =>
      run(act, body, act === 'assign' ? undoAssign : act === 'hold' ? () => transit(incident.id, 'resume') : undefined),
    take: () => {
      const mine = session?.teams.some((team) => team.id === incident.team?.id)
      const teamId = (mine ? incident.team?.id : undefined) ?? session?.user.defaultTeamId ?? session?.teams[0]?.id
      if (teamId) run('assign', { teamId, assigneeId: session?.user.id }, undoAssign)
    },
  }
}
