import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident, TicketState } from '~/api/types'
import { toast } from '~/components/toast'
import { settle, transit, upload, type Comment } from '~/data/incidents'
import { useSession } from '~/data/session'
import { randomId } from '~/lib/ids'
import { endedMeanwhile, unseen, type Newer } from './unseen'
import type { DraftKind, useDraft } from './use-draft'

export type After = 'stay' | 'next' | 'wait' | 'resolve'

/** What the answer has not seen, to be read before it goes out. */
export interface Crossed {
  messages: Newer[]
  ended?: TicketState
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
export function useSend(incident: Incident, kind: DraftKind, draft: ReturnType<typeof useDraft>) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const me = useSession()?.user.id
  const [crossed, setCrossed] = useState<Crossed | null>(null)
  const shown = useRef<number>(undefined)
  const key = useRef(randomId())
  const uploaded = useRef(new Map<File, string>())

  const say = ({ body, after }: Sending, attachmentIds: string[], version: number) =>
    kind === 'reply' && after === 'resolve' && attachmentIds.length === 0
      ? transit(incident.id, 'resolve', { code: 'fixed', text: body, conversationVersion: version }, key.current)
      : request<Comment>('POST', `/incidents/${incident.id}/comments`, {
          body: {
            body,
            visibility: kind === 'reply' ? 'public' : 'internal',
            ...(kind === 'reply' ? { conversationVersion: version } : {}),
            ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
          },
          headers: { 'Idempotency-Key': key.current },
        })

  const mutation = useMutation({
    mutationFn: async (sending: Sending) => {
      await draft.settled()
      const { files, after, body } = sending
      for (const file of files) {
        if (!uploaded.current.has(file)) uploaded.current.set(file, (await upload([file]))[0]!.id)
      }
      const attachmentIds = files.map((file) => uploaded.current.get(file)!)
      const base = draft.since()
      try {
        await say(sending, attachmentIds, shown.current ?? base.version)
      } catch (error) {
        if (!isProblem(error, 'conversation.moved')) throw error
        const version = error.body.conversationVersion as number
        const now = await request<Incident>('GET', `/incidents/${incident.id}`)
        const messages = unseen(error.body.newer as Newer[], base, me)
        const ended = endedMeanwhile(base, now.state) ? now.state : undefined
        // What is sent next is another request: it knows of what came in between.
        key.current = randomId()
        shown.current = version
        if (messages.length > 0 || ended) {
          setCrossed({ messages, ended })
          throw error
        }
        await say(sending, attachmentIds, version)
      }
      const now = await request<Incident>('GET', `/incidents/${incident.id}`)
      const may = (verb: string) => now.allowedTransitions.includes(verb)
      if (after === 'wait' && may('hold')) return transit(incident.id, 'hold', { reason: 'awaitingRequester' })
      if (after === 'resolve' && may('resolve')) return transit(incident.id, 'resolve', { code: 'fixed', text: body })
      return now
    },
    onSuccess: async (now, { after, done }) => {
      key.current = randomId()
      shown.current = undefined
      uploaded.current.clear()
      setCrossed(null)
      draft.sent()
      await settle(queryClient, now)
      toast(t(`desk:composer.sent.${kind === 'note' ? 'note' : after}`, { reference: now.reference }))
      done()
    },
    onError: (error) => {
      if (isProblem(error, 'conversation.moved'))
        void queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    },
  })

  return {
    send: mutation.mutate,
    busy: mutation.isPending,
    paused: mutation.isPaused,
    error: mutation.error && !isProblem(mutation.error, 'conversation.moved') ? mutation.error : null,
    crossed,
  }
}
