import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  set,
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
} from 'react-hook-form'
import { ApiError, isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import { refresh } from '~/data/admin/resource'
import { randomId } from '~/lib/ids'
import { mergeChange, type Clash } from '~/lib/merge'
import { checkAll, type Checks } from './checks'
import type { FieldMeta } from './form-meta'

/** What a form makes or changes. */
export interface Target<F extends FieldValues, R> {
  /** Where to send it: of the list to make one, of the record to change it. */
  path: string
  /** The record as it was read; without one a new one is made. */
  record?: R & { version: number }
  /** The form's fields from a record. */
  valuesOf?: (record: R) => F
  /** The members of the API from fields of the form; without it they are the same. */
  bodyOf?: (values: Partial<F>) => unknown
  /** Sends everything anew instead of what changed. */
  whole?: boolean
  /** The field that a refusal is about, by its code. */
  codes?: Record<string, Path<F>>
}

export interface RecordConflict<F> {
  clashes: Clash<F>[]
  /** What does not clash and is sent along. */
  apply: Partial<F>
  current: { version: number }
  by: string | undefined
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function changed<F extends object>(values: F, base: F): Partial<F> {
  const fields = (Object.keys(values) as (keyof F)[]).filter((field) => !same(values[field], base[field]))
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<F>
}

/** The field of the form that a path of the API is about: "weekly.monday[0].from" is the field "weekly". */
export function fieldOfPath(path: string, fields: Iterable<string>): string | undefined {
  const dotted = path.replaceAll(/\[(\d+)\]/g, '.$1')
  return [...fields]
    .filter((field) => dotted === field || dotted.startsWith(`${field}.`))
    .sort((a, b) => b.length - a.length)[0]
}

function resolve<F extends FieldValues>(checks: Checks<F>): Resolver<F> {
  return (typed) => {
    const { values, refused } = checkAll(typed, checks)
    const errors: FieldErrors = {}
    for (const [field, message] of Object.entries(refused)) set(errors, field, { type: 'check', message })
    return Object.keys(refused).length > 0 ? { values: {}, errors: errors as FieldErrors<F> } : { values, errors: {} }
  }
}

interface Options<F extends FieldValues, R> {
  target: Target<F, R>
  checks: Checks<F>
  /** The fields of a new record. */
  defaults?: F
  meta: Map<string, FieldMeta>
  onSaved: (record: R) => void
}

/** A form over one record: sends what changed with the version it was read at, and puts refusals beside the fields they name. */
export function useRecordForm<F extends FieldValues, R>({ target, checks, defaults, meta, onSaved }: Options<F, R>) {
  const queryClient = useQueryClient()
  const { record, valuesOf, path } = target
  const bodyOf = target.bodyOf ?? ((values: Partial<F>) => values)
  const [base] = useState<F>(() => (record && valuesOf ? valuesOf(record) : defaults!))
  const form = useForm<F>({
    defaultValues: base as DefaultValues<F>,
    resolver: resolve(checks),
  })
  const [conflict, setConflict] = useState<RecordConflict<F> | null>(null)
  const sent = useRef({ body: '', key: '' })

  /** The same attempt sent twice makes one record. */
  const keyOf = (body: string) => {
    if (sent.current.body !== body) sent.current = { body, key: randomId() }
    return sent.current.key
  }
  const send = (values: Partial<F>, version?: number): Promise<R> => {
    const body = bodyOf(values)
    if (version === undefined)
      return request<R>('POST', path, { body, headers: { 'Idempotency-Key': keyOf(JSON.stringify(body)) } })
    return request<R>(target.whole ? 'PUT' : 'PATCH', path, { body, headers: { 'If-Match': `"${version}"` } })
  }
  const sendChange = (values: F, change: Partial<F>, version: number) => send(target.whole ? values : change, version)

  const settleConflict = (error: ApiError, change: Partial<F>): Promise<R> | null => {
    const current = error.body.current as R & { version: number }
    const theirs = valuesOf!(current)
    const { apply, clashes } = mergeChange(change, base, theirs)
    if (clashes.length === 0) return sendChange({ ...theirs, ...apply }, apply, current.version)
    const changes = error.body.changes as { by?: { name?: string } }[] | undefined
    setConflict({ clashes, apply, current, by: changes?.at(-1)?.by?.name })
    return null
  }
  const change = async (values: F, fields: Partial<F>, version: number): Promise<R | null> => {
    if (Object.keys(fields).length === 0) return record!
    try {
      return await sendChange(values, fields, version)
    } catch (error) {
      if (isProblem(error, 'edited_meanwhile') && valuesOf) return settleConflict(error, fields)
      throw error
    }
  }

  const beside = (error: Error) => {
    if (!(error instanceof ApiError)) return
    const field = target.codes?.[error.code]
    if (field) form.setError(field, { type: 'server', message: `admin:problem.${error.code.replaceAll('.', '_')}` })
    for (const [at, messages] of Object.entries(error.errors)) {
      const name = fieldOfPath(at, meta.keys())
      // What the page has words for is not said again in those of the API.
      if (name && name !== field)
        form.setError(name as Path<F>, { type: 'server', message: messages[0] }, { shouldFocus: true })
    }
  }
  const done = async (saved: R | null) => {
    if (saved === null) return
    await refresh(queryClient)
    onSaved(saved)
  }
  const save = useMutation({
    mutationFn: (values: F) =>
      record ? change(values, changed(values, base), record.version) : (send(values) as Promise<R | null>),
    onSuccess: done,
    onError: beside,
  })
  const settle = useMutation({
    mutationFn: ({ mine, found }: { mine: Partial<F>; found: RecordConflict<F> }) => {
      setConflict(null)
      const fields = { ...found.apply, ...mine }
      const theirs = valuesOf!(found.current as unknown as R)
      return change({ ...theirs, ...fields }, fields, found.current.version)
    },
    onSuccess: done,
    onError: beside,
  })

  const error = save.error ?? settle.error
  const known = error instanceof ApiError ? error : null
  const paths = Object.keys(known?.errors ?? {})
  const allBeside =
    known !== null &&
    (target.codes?.[known.code] !== undefined ||
      (paths.length > 0 && paths.every((at) => fieldOfPath(at, meta.keys()) !== undefined)))
  return {
    form,
    submit: form.handleSubmit((values) => save.mutate(values)),
    busy: save.isPending || settle.isPending,
    /** What no field can say. */
    error: allBeside ? null : error,
    conflict,
    settle: (mine: Partial<F>) => conflict && settle.mutate({ mine, found: conflict }),
    takeTheirs: () => conflict && void done(conflict.current as unknown as R),
  }
}
