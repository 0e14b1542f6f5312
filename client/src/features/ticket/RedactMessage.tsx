import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LayerPending } from '~/components/LayerPending'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { toast } from '~/components/toast'
import type { Comment } from '~/data/incidents'
import { useMay } from '~/data/session'

const RedactDialog = lazy(() => import('./RedactDialog'))

/** Takes the words of a message away for good, for those who may. */
export function RedactMessage({ incident, comment }: { incident: Incident; comment: Comment }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  const redact = useMutation({
    mutationFn: (body: Record<string, unknown>) =>
      request<Comment>('POST', `/incidents/${incident.reference}/comments/${comment.id}/redact`, { body }),
    onSuccess: async () => {
      setAsked(false)
      await queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
      toast(t('ticket:redact.messageDone'))
    },
  })
  if (!may('comments.redact') || comment.redactedAt !== null) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          redact.reset()
          setAsked(true)
        }}
      >
        {t('ticket:redact.open')}
      </Button>
      <Suspense fallback={<LayerPending />}>
        {asked && (
          <RedactDialog
            busy={redact.isPending}
            error={redact.error}
            onClose={() => setAsked(false)}
            onRedact={redact.mutate}
          />
        )}
      </Suspense>
    </>
  )
}
