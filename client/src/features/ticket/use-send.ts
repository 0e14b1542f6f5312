import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident, Person } from '~/api/types'
import { toast } from '~/components/toast'
import { settle, transit, upload, type Comment } from '~/data/incidents'
import { randomId } from '~/lib/ids'
import type { DraftKind } from './use-draft'

export type After = 'stay' | 'next' | 'wait' | 'resolve'

export interface Newer {
  id: string
  body: string
  author: Person
  createdAt: string
}

interface Sending {
  body: string
  files: readonly File[]
  after: After
  done: () => void
}

/**
 * Sends what was written. A reply that crossed a newer message is held back with it; the second press sends. While there is no
 * connection it waits, and the key makes sure that it is said once.
 */
export function useSend(incident: Incident, kind: DraftKind, sent: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [newer, setNewer] = useState<Newer[] | null>(null)
  const known = useRef<number>(undefined)
  const key = useRef(randomId())
  const uploaded = useRef(new Map<File, string>())

  const mutation = useMutation({
    mutationFn: async ({ body, files, after }: Sending) => {
      const version = known.current ?? incident.conversationVersion
      for (const file of files) {
        if (!uploaded.current.has(file)) uploaded.current.set(file, (await upload([file]))[0]!.id)
      }
      const attachmentIds = files.map((file) => uploaded.current.get(file)!)
      if (kind === 'reply' && after === 'resolve' && files.length === 0)
        return transit(incident.id, 'resolve', { code: 'fixed', text: body, conversationVersion: version })
      await request<Comment>('POST', `/incidents/${incident.id}/comments`, {
        body: {
          body,
          visibility: kind === 'reply' ? 'public' : 'internal',
          ...(kind === 'reply' ? { conversationVersion: version } : {}),
          ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
        },
        headers: { 'Idempotency-Key': key.current },
      })
      if (after === 'wait') return transit(incident.id, 'hold', { reason: 'awaitingRequester' })
      return request<Incident>('GET', `/incidents/${incident.id}`)
    },
    onSuccess: async (now, { after, done }) => {
      key.current = randomId()
      known.current = undefined
      uploaded.current.clear()
      setNewer(null)
      sent()
      await settle(queryClient, now)
      toast(t(`desk:composer.sent.${kind === 'note' ? 'note' : after}`, { reference: now.reference }))
      done()
    },
    onError: (error) => {
      if (!isProblem(error, 'conversation.moved')) return
      known.current = error.body.conversationVersion as number
      // What is sent next is another request: it knows of these messages.
      key.current = randomId()
      setNewer(error.body.newer as Newer[])
      void queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    },
  })

  return {
    send: mutation.mutate,
    busy: mutation.isPending,
    paused: mutation.isPaused,
    error: mutation.error && !isProblem(mutation.error, 'conversation.moved') ? mutation.error : null,
    newer,
  }
}
