import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '~/api/raw'
import type { Incident, Schemas, TicketState } from '~/api/types'

type Draft = Schemas['DraftResponse']
export type DraftKind = 'reply' | 'note'

/** How the conversation stood when the writing began: what came after it has not been answered. */
export interface Base {
  version: number
  /** The ticket's last change then, by the server's clock; unknown for a draft from elsewhere. */
  at?: string
  state?: TicketState
}

const pause = 1_500

const local = {
  get: (key: string) => {
    try {
      return localStorage.getItem(key) ?? ''
    } catch {
      return ''
    }
  },
  set: (key: string, text: string) => {
    try {
      if (text) localStorage.setItem(key, text)
      else localStorage.removeItem(key)
    } catch {
      // The server keeps it as well.
    }
  },
}

const baseOf = (incident: Incident): Base => ({
  version: incident.conversationVersion,
  at: incident.updatedAt,
  state: incident.state,
})

/**
 * Text that is kept while it is written: here at once, on the server a moment later, so that it follows its author to another
 * machine. Sending a comment removes it there by itself.
 */
export function useDraft(incident: Incident, kind: DraftKind) {
  const key = `draft-${incident.id}-${kind}`
  const path = `/tickets/${incident.id}/drafts/${kind}`
  const [text, setText] = useState(() => local.get(key))
  const [savedAt, setSavedAt] = useState<string>()
  const now = useRef(incident)
  const latest = useRef(text)
  const base = useRef<Base | null>(null)
  const saved = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<void>>(Promise.resolve())

  useEffect(() => {
    now.current = incident
  }, [incident])

  useEffect(() => {
    let here = true
    latest.current = local.get(key)
    base.current = latest.current ? baseOf(now.current) : null
    setText(latest.current)
    setSavedAt(undefined)
    request<Draft | undefined>('GET', path)
      .then((draft) => {
        saved.current = draft?.body ?? ''
        if (!here || !draft) return
        if (draft.conversationVersion !== null && draft.conversationVersion < now.current.conversationVersion)
          base.current = { version: draft.conversationVersion }
        // What stands here already is newer than what was kept there.
        if (latest.current) return
        latest.current = draft.body
        setText(draft.body)
        setSavedAt(draft.savedAt)
      })
      .catch(() => {})
    return () => {
      here = false
      clearTimeout(timer.current)
    }
  }, [key, path])

  const save = useCallback(() => {
    clearTimeout(timer.current)
    // One after the other: an older text must not arrive after a newer one.
    saving.current = saving.current.then(async () => {
      const body = latest.current
      if (saved.current === body || (saved.current === null && body === '')) return
      const conversationVersion = base.current?.version ?? null
      try {
        if (body) setSavedAt((await request<Draft>('PUT', path, { body: { body, conversationVersion } })).savedAt)
        else await request('DELETE', path)
        saved.current = body
      } catch {
        // It is kept here and sent with the next pause in typing.
      }
    })
    return saving.current
  }, [path])

  /** Nothing is being kept any more: what is sent now is not kept again behind its back. */
  const settled = useCallback(() => {
    clearTimeout(timer.current)
    return saving.current
  }, [])

  const write = useCallback(
    (next: string) => {
      latest.current = next
      base.current = next ? (base.current ?? baseOf(now.current)) : null
      setText(next)
      local.set(key, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pause)
    },
    [key, save],
  )

  /** Puts more below what is there. */
  const append = useCallback((more: string) => write(latest.current ? `${latest.current}\n\n${more}` : more), [write])

  /** It was sent: nothing of it stays. */
  const sent = useCallback(() => {
    clearTimeout(timer.current)
    latest.current = ''
    saved.current = ''
    base.current = null
    setText('')
    setSavedAt(undefined)
    local.set(key, '')
  }, [key])

  const since = useCallback((): Base => base.current ?? baseOf(now.current), [])

  return { text, write, append, save, settled, sent, since, savedAt }
}
