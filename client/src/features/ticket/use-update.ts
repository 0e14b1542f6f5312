import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { refusedField } from '~/components/custom-fields/refused-field'
import { toastError } from '~/components/toast'
import { settle } from '~/data/incidents'
import { mergeChange, type Clash } from '~/lib/merge'
import { bodyOf, fieldsOf, type Fields } from './fields'

export interface Conflict {
  clashes: Clash<Fields>[]
  current: Incident
  by: string | undefined
}

interface Edit {
  change: Partial<Fields>
  /** The ticket as it was when the person began to write. */
  from: Incident
}

const send = (incident: Incident, change: Partial<Fields>, version: number) =>
  request<Incident>('PATCH', `/incidents/${incident.id}`, {
    body: bodyOf(change),
    headers: { 'If-Match': `"${version}"` },
  })

/** Edits fields in place. A race over other fields is merged and sent again; one over the same field is put to the person. */
export function useUpdate(incident: Incident) {
  const queryClient = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const update = useMutation({
    mutationFn: async ({ change, from }: Edit): Promise<Incident> => {
      try {
        return await send(from, change, from.version)
      } catch (error) {
        if (!isProblem(error, 'edited_meanwhile')) throw error
        const current = error.body.current as Incident
        const { apply, clashes } = mergeChange(change, fieldsOf(from), fieldsOf(current))
        if (clashes.length > 0) {
          const changes = error.body.changes as { by?: { name?: string } }[] | undefined
          setConflict({ clashes, current, by: changes?.at(-1)?.by?.name })
        }
        return Object.keys(apply).length > 0 ? send(from, apply, current.version) : current
      }
    },
    onSuccess: (now) => settle(queryClient, now),
    // What a custom field does not take is said beside it.
    onError: (error) => refusedField(error) === undefined && toastError(error),
  })

  return {
    /** For what takes a while to write, `from` is the ticket of its beginning: nothing that came in between is overwritten unseen. */
    change: (change: Partial<Fields>, from: Incident = incident) => update.mutate({ change, from }),
    /** The same, and told when it is done. */
    save: (change: Partial<Fields>, from: Incident) => update.mutateAsync({ change, from }),
    busy: update.isPending,
    error: update.error,
    conflict,
    keepTheirs: () => setConflict(null),
    keepMine: () => {
      if (!conflict) return
      setConflict(null)
      const mine = Object.fromEntries(conflict.clashes.map((clash) => [clash.field, clash.mine])) as Partial<Fields>
      send(incident, mine, conflict.current.version)
        .then((now) => settle(queryClient, now))
        .catch(toastError)
    },
  }
}

export type Update = ReturnType<typeof useUpdate>
