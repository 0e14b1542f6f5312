import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { toastError } from '~/components/toast'
import { settle } from '~/data/incidents'
import { mergeChange, type Clash } from '~/lib/merge'
import { fieldsOf, type Fields } from './fields'

export interface Conflict {
  clashes: Clash<Fields>[]
  current: Incident
  by: string | undefined
}

const send = (incident: Incident, change: Partial<Fields>, version: number) =>
  request<Incident>('PATCH', `/incidents/${incident.id}`, { body: change, headers: { 'If-Match': `"${version}"` } })

/** Edits fields in place. A race over other fields is merged and sent again; one over the same field is put to the person. */
export function useUpdate(incident: Incident) {
  const queryClient = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const update = useMutation({
    mutationFn: async (change: Partial<Fields>): Promise<Incident> => {
      try {
        return await send(incident, change, incident.version)
      } catch (error) {
        if (!isProblem(error, 'edited_meanwhile')) throw error
        const current = error.body.current as Incident
        const { apply, clashes } = mergeChange(change, fieldsOf(incident), fieldsOf(current))
        if (clashes.length > 0) {
          const changes = error.body.changes as { by?: { name?: string } }[] | undefined
          setConflict({ clashes, current, by: changes?.at(-1)?.by?.name })
        }
        return Object.keys(apply).length > 0 ? send(incident, apply, current.version) : current
      }
    },
    onSuccess: (now) => settle(queryClient, now),
    onError: toastError,
  })

  return {
    change: update.mutate,
    busy: update.isPending,
    conflict,
    keepTheirs: () => setConflict(null),
    keepMine: () => {
      if (!conflict) return
      setConflict(null)
      const mine = Object.fromEntries(conflict.clashes.map((clash) => [clash.field, clash.mine]))
      send(incident, mine, conflict.current.version)
        .then((now) => settle(queryClient, now))
        .catch(toastError)
    },
  }
}
