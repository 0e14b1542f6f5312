import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { DateBox } from '~/components/DateBox'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { settle } from '~/data/incidents'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { instantIn } from '~/lib/zone-time'

/** News of a major incident, for everybody, and when the next come. */
export function MajorUpdateDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const zone = useStore(timeZone)
  const [status, setStatus] = useState('')
  const [next, setNext] = useState('')
  const send = useMutation({
    mutationFn: () =>
      request<Incident>('POST', `/incidents/${incident.id}/major/updates`, {
        body: { status: status.trim(), nextUpdate: next ? instantIn(next, zone) : null },
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
        <DateBox
          kind="dateTime"
          label={t('desk:majorNextAt')}
          description={t('desk:hold.zone', { zone })}
          value={next}
          onChange={setNext}
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
