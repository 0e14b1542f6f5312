import { Button, TextInput, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { settle } from '~/data/incidents'

/** News of a major incident, for everybody, and when the next come. */
export function MajorUpdateDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [status, setStatus] = useState('')
  const [next, setNext] = useState('')
  const send = useMutation({
    mutationFn: () =>
      request<Incident>('POST', `/incidents/${incident.id}/major/updates`, {
        body: { status: status.trim(), nextUpdate: next ? new Date(next).toISOString() : null },
      }),
    onSuccess: async (now) => {
      await settle(queryClient, now)
      onClose()
      toast(t('desk:majorUpdated'))
    },
  })
  return (
    <Dialog title={t('desk:majorUpdate')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (status.trim()) send.mutate()
        }}
      >
        <Textarea
          label={t('desk:majorStatus')}
          required
          autosize
          minRows={3}
          data-autofocus
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('desk:majorNextAt')}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {send.error && <ErrorPanel error={send.error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t('desk:majorUpdate')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
