import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act, ActStart } from '~/components/acts/ActDialog'
import { errorText } from '~/components/error-text'
import { toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import { bulk, type TicketRow } from '~/data/tickets'
import { ApiError } from '~/api/errors'
import type { Selection } from './use-selection'
import { undoOf } from './undo-of'

export interface Acts {
  asked: Act | null
  start: ActStart
  busy: boolean
  error: Error | null
  ask: (act: Act) => void
  dismiss: () => void
  submit: (body: Record<string, unknown>) => void
  /** Takes the tickets oneself: to one's own name, in their team or else one's own. */
  take: () => void
}

/** What is done to the ticked rows, or to the active one when none is ticked. */
export function useActs(rows: readonly TicketRow[], selection: Selection): Acts {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Act | null>(null)

  const targets = useMemo(
    () =>
      selection.chosen.size > 0
        ? rows.filter((row) => selection.chosen.has(row.id))
        : rows.slice(selection.active, selection.active + 1),
    [rows, selection],
  )

  const run = useMutation({
    mutationFn: async ({
      act,
      body,
      over,
    }: {
      act: string
      body: Record<string, unknown>
      over: readonly TicketRow[]
    }) =>
      bulk(
        over.map((row) => row.id),
        act,
        body,
      ),
    onSuccess: async (answer, { act, over }) => {
      setAsked(null)
      selection.clear()
      await queryClient.invalidateQueries({ queryKey: ['tickets'] })
      await queryClient.invalidateQueries({ queryKey: ['incident'] })
      const done = over.filter((row) =>
        answer.results.some((result) => result.ok && [row.id, row.reference].includes(result.id)),
      )
      const refused = answer.results.filter((result) => !result.ok)
      const undo = undoOf(act, done)
      if (done.length > 0)
        toast(
          t(`desk:did.${act}`, { count: done.length, reference: done[0]!.reference }),
          undo.length > 0
            ? () =>
                void Promise.all(undo.map((step) => bulk(step.ids, step.act, step.body)))
                  .then(() => queryClient.invalidateQueries({ queryKey: ['tickets'] }))
                  .catch(toastError)
            : undefined,
        )
      for (const result of refused.slice(0, 3)) {
        const row = over.find((each) => [each.id, each.reference].includes(result.id))
        const why = errorText(new ApiError(409, { ...result.problem }))
        toastError(new ApiError(409, { code: 'bulk', detail: `${row?.reference ?? ''} ${why}` }))
      }
    },
  })

  const take = () => {
    const fallback = session?.user.defaultTeamId ?? session?.teams[0]?.id
    const byTeam = new Map<string, TicketRow[]>()
    for (const row of targets) {
      const mine = session?.teams.some((team) => team.id === row.team?.id)
      const team = (mine ? row.team?.id : undefined) ?? fallback
      if (team) byTeam.set(team, [...(byTeam.get(team) ?? []), row])
    }
    for (const [teamId, over] of byTeam)
      run.mutate({ act: 'assign', body: { teamId, assigneeId: session?.user.id }, over }, { onError: toastError })
  }

  return {
    asked,
    start: {
      teamId: targets[0]?.team?.id ?? session?.user.defaultTeamId ?? '',
      assigneeId: targets.length === 1 ? targets[0]?.assignee?.id : undefined,
      count: targets.length > 1 ? targets.length : undefined,
    },
    busy: run.isPending,
    error: run.error,
    ask: (act) => {
      run.reset()
      if (targets.length > 0) setAsked(act)
    },
    dismiss: () => setAsked(null),
    submit: (body) => asked && run.mutate({ act: asked, body, over: targets }),
    take,
  }
}
