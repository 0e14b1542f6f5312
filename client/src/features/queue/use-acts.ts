import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import type { Act, ActStart } from '~/components/acts/ActDialog'
import { keptAct } from '~/components/acts/kept-act'
import { dropKept } from '~/lib/kept'
import { toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import { bulkAtMost, patchRows, type BulkAnswer, type TicketRow } from '~/data/tickets'
import { outcomeOf, type Outcome } from '~/components/acts/outcome'
import { chunksOf, runChunks, stepOf, type BulkStep } from './bulk-run'
import { takeSteps } from './take-steps'
import { undoOf } from './undo-of'
import type { Selection } from './use-selection'

type Body = Record<string, unknown>
type Rows = readonly TicketRow[]

/** How far a run over many tickets is. */
export interface Progress {
  done: number
  of: number
}

interface Run {
  act: string
  steps: readonly BulkStep[]
  over: Rows
}

export interface Acts {
  asked: Act | null
  /** Those the open dialog is for. */
  askedFor: readonly string[]
  start: ActStart
  busy: boolean
  error: Error | null
  /** What became of each ticket, when some were refused or they were very many. */
  outcome: Outcome | null
  /** While more are worked on than the server takes at once. */
  progress: Progress | null
  /** Ends such a run after the piece that is under way. */
  stop: () => void
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

  const [progress, setProgress] = useState<Progress | null>(null)
  const stopped = useRef(false)

  const targets = useMemo(
    () => (selection.chosen.size > 0 ? selection.chosenRows : rows.slice(selection.active, selection.active + 1)),
    [rows, selection],
  )
  const inChunks = async (steps: readonly BulkStep[], dryRun = false) => {
    const of = steps.reduce((sum, step) => sum + step.ids.length, 0)
    const tell = (done: number) => of > bulkAtMost && setProgress({ done, of })
    stopped.current = false
    tell(0)
    try {
      const goOn = (done: number) => {
        tell(done)
        return !stopped.current
      }
      return await runChunks(chunksOf(steps), goOn, dryRun)
    } finally {
      setProgress(null)
    }
  }
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      queryClient.invalidateQueries({ queryKey: ['incident'] }),
    ])
  const undo = (steps: readonly BulkStep[]) =>
    void inChunks(steps)
      .then(({ failure }) => failure !== undefined && toastError(failure))
      .catch(toastError)
      .finally(() => void readAgain())

  const tell = (act: string, over: Rows, results: BulkAnswer['results']) => {
    const result = outcomeOf(act, over, { results })
    const fine = new Set(result.items.filter((item) => item.ok).map((item) => item.id))
    const done = over.filter((row) => fine.has(row.id))
    const steps = undoOf(act, done)
    const back = steps.length > 0 ? () => undo(steps) : undefined
    // Nobody sees in the list what became of thousands.
    if (over.length > bulkAtMost) return setOutcome({ ...result, undo: back })
    if (done.length > 0)
      toast(t(`desk:did.${act.replaceAll('-', '_')}`, { count: done.length, reference: done[0]!.reference }), back)
    const refused = result.items.filter((item) => !item.ok)
    if (refused.length === 0) return
    if (over.length > 1) setOutcome(result)
    else toastError(new ApiError(refused[0]!.problem?.status ?? 409, { ...refused[0]!.problem }))
  }

  const run = useMutation({
    mutationFn: ({ steps }: Run) => inChunks(steps),
    onMutate: ({ act, steps, over }) => {
      const patch = shownAtOnce[act]
      const isMine = act === 'assign' && me && steps.every(({ body }) => body.assigneeId === me.id)
      const mine = isMine ? { assignee: { id: me.id, name: me.name } } : null
      if (patch ?? mine)
        patchRows(
          queryClient,
          over.map((row) => row.id),
          { ...patch, ...mine },
        )
    },
    onSuccess: ({ results, failure }, { act, over }) => {
      if (failure !== undefined) toastError(failure)
      if (asked && results.length === over.length && results.every((result) => result.ok))
        dropKept(
          keptAct(
            asked.act,
            asked.over.map((row) => row.id),
          ),
        )
      setAsked(null)
      selection.clear()
      tell(act, over, results)
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
  const start = (act: string, body: Body, some: Rows) =>
    run.mutate({ act, steps: [stepOf(act, body, some)], over: some })
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
    progress,
    stop: () => {
      stopped.current = true
    },
    ask: (act, named) => {
      run.reset()
      const wanted = named ?? targets
      if (wanted.length > 0) setAsked({ act, over: wanted })
    },
    dismiss: () => {
      setAsked(null)
      setOutcome(null)
    },
    submit: (body) => asked && start(asked.act, body, asked.over),
    rehearse: async (body) => {
      const { results, failure } = await inChunks([stepOf(asked!.act, body, over)], true)
      if (failure !== undefined) toastError(failure)
      return outcomeOf(asked!.act, over, { results })
    },
    run: start,
    take: (named) => {
      if (!me) return
      const fallback = me.defaultTeamId ?? session.teams[0]?.id
      // Whoever has a ticket need not take it.
      const wanted = named ?? targets
      const others = wanted.filter((row) => row.assignee?.id !== me.id)
      if (wanted.length > 0 && others.length === 0) toast(t('desk:alreadyYours'))
      const taken = takeSteps(others, new Set(session.teams.map((team) => team.id)), fallback)
      if (taken.length === 0) return
      run.mutate({
        act: 'assign',
        steps: taken.map((step) => stepOf('assign', { teamId: step.teamId, assigneeId: me.id }, step.rows)),
        over: taken.flatMap((step) => step.rows),
      })
    },
    change: (row, fields, patch) => change.mutate({ row, fields, patch }),
    targets,
  }
}
