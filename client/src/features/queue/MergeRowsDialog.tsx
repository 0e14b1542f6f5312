import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { Dialog } from '~/components/Dialog'
import { toast, toastError } from '~/components/toast'
import { transit } from '~/data/incidents'
import type { TicketRow } from '~/data/tickets'
import { OutcomeList } from '~/components/acts/OutcomeList'
import type { Outcome, OutcomeItem } from '~/components/acts/outcome'

/** Several tickets about the same thing become one: which one goes on is chosen here, the oldest unless told otherwise. */
export default function MergeRowsDialog({ rows, onClose }: { rows: readonly TicketRow[]; onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const oldest = rows.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
  const [into, setInto] = useState(oldest[0]?.id ?? '')
  const readAgain = () => queryClient.invalidateQueries({ queryKey: ['tickets'] })
  const merge = useMutation({
    mutationFn: async (): Promise<Outcome> => {
      const items: OutcomeItem[] = []
      // One after the other: each changes the ticket that goes on.
      for (const row of oldest.filter((each) => each.id !== into)) {
        const { id, reference, title } = row
        try {
          await transit(id, 'merge', { intoId: into })
          items.push({ id, reference, title, ok: true, problem: null })
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          items.push({ id, reference, title, ok: false, problem: error.body as unknown as OutcomeItem['problem'] })
        }
      }
      return { act: 'merge', items }
    },
    onSuccess: ({ items }) => {
      const done = items.filter((item) => item.ok)
      if (done.length > 0)
        toast(t('desk:did.merge', { count: done.length, reference: done[0]!.reference }), () => {
          void Promise.all(done.map((item) => transit(item.id, 'unmerge')))
            .catch(toastError)
            .finally(() => void readAgain())
        })
      if (done.length === items.length) onClose()
    },
    onSettled: readAgain,
    onError: toastError,
  })
  return (
    <Dialog title={t('desk:key.merge')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          merge.mutate()
        }}
      >
        <p>{t('desk:mergeHelp')}</p>
        {merge.data ? (
          <OutcomeList outcome={merge.data} />
        ) : (
          <fieldset className="stack-s">
            <legend>{t('desk:mergeWhich')}</legend>
            {oldest.map((row) => (
              <label key={row.id} className="row">
                <input type="radio" name="into" checked={row.id === into} onChange={() => setInto(row.id)} />
                <span className="ref">{row.reference}</span>
                <span className="grow clip">{row.title}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t(merge.data ? 'close' : 'dismiss')}
          </Button>
          {!merge.data && (
            <Button type="submit" loading={merge.isPending} data-autofocus>
              {t('desk:key.merge')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
