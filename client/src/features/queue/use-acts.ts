import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import type { Act, ActStart } from '~/components/acts/ActDialog'
import { keptAct } from '~/components/acts/kept-act'
import { dropKept } from '~/lib/kept'
import { notice, toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import { bulkAtMost, patchRows, type BulkAnswer, type TicketRow } from '~/data/tickets'
import { outcomeOf, type Outcome } from '~/components/acts/outcome'
import { chunksOf, runChunks, stepOf, type BulkStep } from './bulk-run'
import { takeSteps } from './take-steps'
import type { Undo } from './undo-of'
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

/** The way back comes while the server works; where it does not come, none is offered. */
const loadUndo = async () => {
  try {
    const [way, words] = await Promise.all([import('./undo-of'), import('./undo-words')])
    return { ...way, ...words }
  } catch {
    return null
  }
}
type Undoing = Awaited<ReturnType<typeof loadUndo>>

/** What many tickets are done to only after a word about it. */
export interface Asking {
  /** As its key is called. */
  verb: string
  count: number
  /** So many of them wait, and would not any more. */
  waiting: number
  go: () => void
}

export interface Acts {
  asked: Act | null
  /** Those the open dialog is for. */
  askedFor: readonly string[]
  start: ActStart
  busy: boolean
  error: Error | null
  asking: Asking | null
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

/** More than one sees at a glance is asked about first. */
const askedBeyond = 20
const waitingOf = (over: Rows) => over.filter((row) => row.state === 'pending').length

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
  const [asking, setAsking] = useState<Asking | null>(null)
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
  const refusal = (items: Outcome['items']) => {
    const { problem } = items.find((item) => !item.ok)!
    toastError(new ApiError(problem?.status ?? 409, { ...problem }))
  }
  const undo = (undoing: NonNullable<Undoing>, way: Undo, over: Rows) =>
    void undoing
      .runUndo(way, inChunks)
      .then(({ results, failure }) => {
        if (failure !== undefined) toastError(failure)
        const told = new Set(results.map((result) => result.id))
        const result = outcomeOf(
          'undo',
          over.filter((row) => told.has(row.id)),
          { results },
        )
        if (result.items.every((item) => item.ok)) return
        if (over.length > 1) setOutcome(result)
        else refusal(result.items)
      })
      .catch(toastError)
      .finally(() => void readAgain())

  const tell = (act: string, over: Rows, results: BulkAnswer['results'], undoing: Undoing) => {
    const result = outcomeOf(act, over, { results })
    const fine = new Set(result.items.filter((item) => item.ok).map((item) => item.id))
    const done = over.filter((row) => fine.has(row.id))
    const way = undoing?.undoOf(act, done)
    const back = undoing && way && way.steps.length > 0 ? () => undo(undoing, way, done) : undefined
    const note = way && undoing?.undoWords(t, act, way, done.length)
    // Nobody sees in the list what became of thousands.
    if (over.length > bulkAtMost) return setOutcome({ ...result, undo: back, note })
    if (done.length > 0) {
      const did = t(`desk:did.${act.replaceAll('-', '_')}`, { count: done.length, reference: done[0]!.reference })
      toast([did, note].filter(Boolean).join(' '), back)
    }
    if (result.items.every((item) => item.ok)) return
    if (over.length > 1) setOutcome(result)
    else refusal(result.items)
  }

  const run = useMutation({
    mutationFn: async ({ steps }: Run) => {
      const [answer, undoing] = await Promise.all([inChunks(steps), loadUndo()])
      return { ...answer, undoing }
    },
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
    onSuccess: ({ results, failure, undoing }, { act, over }) => {
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
      tell(act, over, results, undoing)
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
  const askFirst = (verb: string, some: Rows, waiting: number, go: () => void) => {
    if (some.length <= askedBeyond && (waiting === 0 || some.length === 1)) return go()
    setAsking({
      verb,
      count: some.length,
      waiting,
      go: () => {
        setAsking(null)
        go()
      },
    })
  }
  return {
    asked: asked?.act ?? null,
    askedFor: over.map((row) => row.id),
    start: {
      teamId: over[0]?.team?.id ?? me?.defaultTeamId ?? session?.teams[0]?.id ?? '',
      assigneeId: over.length === 1 ? over[0]?.assignee?.id : undefined,
      priority: over[0]?.priority,
      count: over.length > 1 ? over.length : undefined,
      waiting: over.length > 1 && asked?.act === 'assign' ? waitingOf(over) : 0,
    },
    busy: run.isPending,
    error: run.error,
    asking,
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
      setAsking(null)
      setOutcome(null)
    },
    submit: (body) => asked && start(asked.act, body, asked.over),
    rehearse: async (body) => {
      const { results, failure } = await inChunks([stepOf(asked!.act, body, over)], true)
      if (failure !== undefined) toastError(failure)
      return outcomeOf(asked!.act, over, { results })
    },
    run: (act, body, some) => askFirst(act, some, 0, () => start(act, body, some)),
    take: (named) => {
      if (!me) return
      const fallback = me.defaultTeamId ?? session.teams[0]?.id
      // Whoever has a ticket need not take it.
      const wanted = named ?? targets
      const others = wanted.filter((row) => row.assignee?.id !== me.id)
      if (wanted.length > 0 && others.length === 0) notice(t('desk:alreadyYours'))
      const taken = takeSteps(others, new Set(session.teams.map((team) => team.id)), fallback)
      const takable = taken.flatMap((step) => step.rows)
      if (takable.length < others.length) notice(t('desk:take.noTeam', { count: others.length - takable.length }))
      if (takable.length === 0) return
      const steps = taken.map((step) => stepOf('assign', { teamId: step.teamId, assigneeId: me.id }, step.rows))
      askFirst('take', takable, waitingOf(takable), () => run.mutate({ act: 'assign', steps, over: takable }))
    },
    change: (row, fields, patch) => change.mutate({ row, fields, patch }),
    targets,
  }
}
