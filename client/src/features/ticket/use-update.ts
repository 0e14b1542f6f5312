import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Incident } from '~/api/types'
import { refusedField } from '~/components/custom-fields/refused-field'
import { toastError } from '~/components/toast'
import { saveScope, settle } from '~/data/incidents'
import type { Fields } from './fields'
import { saveFields, type Conflict, type Edit } from './save-fields'

export type { Conflict } from './save-fields'

/** A field that is asked about already is asked about as it clashes now; the others are not forgotten. */
const together = (open: Conflict | null, next: Conflict): Conflict => ({
  ...next,
  clashes: [
    ...(open?.clashes.filter(({ field }) => next.clashes.every((clash) => clash.field !== field)) ?? []),
    ...next.clashes,
  ],
})

/** Edits fields in place. A race over other fields is merged and sent again; one over the same field is put to the person. */
export function useUpdate(incident: Incident) {
  const queryClient = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [underWay, setUnderWay] = useState<readonly Partial<Fields>[]>([])

  const update = useMutation({
    mutationFn: (edit: Edit) => saveFields(queryClient, edit, (next) => setConflict((open) => together(open, next))),
    onSuccess: (now) => settle(queryClient, now),
    // What a custom field does not take is said beside it.
    onError: (error) => refusedField(error) === undefined && toastError(error),
    scope: saveScope(incident),
  })
  const save = async (change: Partial<Fields>, from: Incident): Promise<Incident> => {
    setUnderWay((before) => [...before, change])
    try {
      return await update.mutateAsync({ change, from })
    } finally {
      setUnderWay((before) => before.filter((each) => each !== change))
    }
  }
  const change = (fields: Partial<Fields>, from: Incident = incident) => void save(fields, from).catch(() => undefined)

  return {
    /** For what takes a while to write, `from` is the ticket of its beginning: nothing that came in between is overwritten unseen. */
    change,
    /** The same, and told when it is done. */
    save,
    /** What was changed and is not answered yet: it shows as if it were. */
    underWay: Object.assign({}, ...underWay) as Partial<Fields>,
    conflict,
    keepTheirs: () => setConflict(null),
    keepMine: () => {
      if (!conflict) return
      setConflict(null)
      const mine = Object.fromEntries(conflict.clashes.map((clash) => [clash.field, clash.mine])) as Partial<Fields>
      change(mine, conflict.current)
    },
  }
}

export type Update = ReturnType<typeof useUpdate>
