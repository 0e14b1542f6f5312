import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import type { Act, ActStart } from '~/components/acts/ActDialog'
import { keptAct } from '~/components/acts/kept-act'
import { dropKept } from '~/lib/kept'
import { toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import { bulk, patchRows, type BulkAnswer, type TicketRow } from '~/data/tickets'
import { outcomeOf, type Outcome } from '~/components/acts/outcome'
import { takeSteps } from './take-steps'
import { undoOf } from './undo-of'
import type { Selection } from './use-selection'

type Body = Record<string, unknown>
type Rows = readonly TicketRow[]

export interface Acts {
  asked: Act | null
  /** Those the open dialog is for. */
  askedFor: readonly string[]
  start: ActStart
  busy: boolean
  error: Error | null
  /** What became of each ticket, when some were refused. */
  outcome: Outcome | null
  /** Opens the dialog of an act; for the ticked rows unless others are named. */
  ask: (act: Act, over?: Rows) => void
  dismiss: () => void
  submit: (body: Body) => void
  /** What would become of each ticket; nothing is kept. */
  rehearse: (body: Body) => Promise<Outcome>
  run: (act: string, body: Body, over: Rows) => void
  /** Takes the tickets oneself: to one's own name, in their team or else one's own. */
  take: (over?: Rows) => void
  /** Changes fields of one ticket; the patch shows what follows from it at once. */
  change: (row: TicketRow, fields: Partial<Pick<TicketRow, 'impact' | 'urgency'>>, patch: Partial<TicketRow>) => void
  targets: Rows
}

const shownAtOnce: Record<string, Partial<TicketRow>> = {
  start: { state: 'inProgress' },
  resume: { state: 'inProgress', pending: null },
  hold: { state: 'pending' },
}

/** What is done to the ticked rows, or to the active one when none is ticked. */
export function useActs(rows: Rows, selection: Selection): Acts {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<{ act: Act; over: Rows } | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const me = session?.user

  const targets = useMemo(
    () =>
      selection.chosen.size > 0
        ? rows.filter((row) => selection.chosen.has(row.id))
        : rows.slice(selection.active, selection.active + 1),
    [rows, selection],
  )
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      queryClient.invalidateQueries({ queryKey: ['incident'] }),
    ])
  const undo = (steps: readonly { act: string; body: Body; ids: string[] }[]) =>
    void Promise.all(steps.map((step) => bulk(step.ids, step.act, step.body)))
      .catch(toastError)
      .finally(() => void readAgain())

  const tell = (act: string, over: Rows, answer: BulkAnswer) => {
    const result = outcomeOf(act, over, answer)
    const done = over.filter((row) => result.items.some((item) => item.ok && item.id === row.id))
    const steps = undoOf(act, done)
    if (done.length > 0)
      toast(
        t(`desk:did.${act.replaceAll('-', '_')}`, { count: done.length, reference: done[0]!.reference }),
        steps.length > 0 ? () => undo(steps) : undefined,
      )
    const refused = result.items.filter((item) => !item.ok)
    if (refused.length === 0) return
    if (over.length > 1) setOutcome(result)
    else toastError(new ApiError(refused[0]!.problem?.status ?? 409, { ...refused[0]!.problem }))
  }

  const run = useMutation({
    mutationFn: ({ act, body, over }: { act: string; body: Body; over: Rows }) =>
      bulk(
        over.map((row) => row.id),
        act,
        body,
      ),
    onMutate: ({ act, body, over }) => {
      const patch = shownAtOnce[act]
      const mine =
        act === 'assign' && me && body.assigneeId === me.id ? { assignee: { id: me.id, name: me.name } } : null
      if (patch ?? mine)
        patchRows(
          queryClient,
          over.map((row) => row.id),
          { ...patch, ...mine },
        )
    },
    onSuccess: (answer, { act, over }) => {
      if (asked && answer.results.every((result) => result.ok))
        dropKept(
          keptAct(
            asked.act,
            asked.over.map((row) => row.id),
          ),
        )
      setAsked(null)
      selection.clear()
      tell(act, over, answer)
    },
    onError: (error) => {
      if (asked === null) toastError(error)
    },
    onSettled: readAgain,
  })

  const change = useMutation({
    mutationFn: ({ row, fields }: { row: TicketRow; fields: Body; patch: Partial<TicketRow> }) =>
      request<Incident>('PATCH', `/incidents/${row.id}`, { body: fields }),
    onMutate: ({ row, fields, patch }) => patchRows(queryClient, [row.id], { ...fields, ...patch }),
    onSuccess: (now, { row, fields }) => {
      const before = Object.fromEntries(Object.keys(fields).map((name) => [name, row[name as keyof TicketRow]]))
      toast(t('desk:did.change', { reference: now.reference }), () => {
        request('PATCH', `/incidents/${row.id}`, { body: before })
          .catch(toastError)
          .finally(() => void readAgain())
      })
    },
    onError: toastError,
    onSettled: readAgain,
  })

  const over = asked?.over ?? targets
  return {
    asked: asked?.act ?? null,
    askedFor: over.map((row) => row.id),
    start: {
      teamId: over[0]?.team?.id ?? me?.defaultTeamId ?? session?.teams[0]?.id ?? '',
      assigneeId: over.length === 1 ? over[0]?.assignee?.id : undefined,
      priority: over[0]?.priority,
      count: over.length > 1 ? over.length : undefined,
    },
    busy: run.isPending,
    error: run.error,
    outcome,
    ask: (act, named) => {
      run.reset()
      const wanted = named ?? targets
      if (wanted.length > 0) setAsked({ act, over: wanted })
    },
    dismiss: () => {
      setAsked(null)
      setOutcome(null)
    },
    submit: (body) => asked && run.mutate({ act: asked.act, body, over: asked.over }),
    rehearse: async (body) => {
      const ids = over.map((row) => row.id)
      return outcomeOf(asked!.act, over, await bulk(ids, asked!.act, body, true))
    },
    run: (act, body, named) => run.mutate({ act, body, over: named }),
    take: (named) => {
      if (!me) return
      const fallback = me.defaultTeamId ?? session.teams[0]?.id
      // Whoever has a ticket need not take it.
      const wanted = named ?? targets
      const others = wanted.filter((row) => row.assignee?.id !== me.id)
      if (wanted.length > 0 && others.length === 0) toast(t('desk:alreadyYours'))
      for (const step of takeSteps(others, new Set(session.teams.map((team) => team.id)), fallback))
        run.mutate({ act: 'assign', body: { teamId: step.teamId, assigneeId: me.id }, over: step.rows })
    },
    change: (row, fields, patch) => change.mutate({ row, fields, patch }),
    targets,
  }
}
