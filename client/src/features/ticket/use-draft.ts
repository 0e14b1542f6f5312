import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'

type Draft = Schemas['DraftResponse']
export type DraftKind = 'reply' | 'note'

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

/**
 * Text that is kept while it is written: here at once, on the server a moment later, so that it follows its author to another
 * machine. Sending a comment removes it there by itself.
 */
export function useDraft(ticket: string, kind: DraftKind) {
  const key = `draft-${ticket}-${kind}`
  const [text, setText] = useState(() => local.get(key))
  const [savedAt, setSavedAt] = useState<string>()
  const path = `/tickets/${ticket}/drafts/${kind}`
  const latest = useRef(text)
  const saved = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    let here = true
    latest.current = local.get(key)
    setText(latest.current)
    setSavedAt(undefined)
    request<Draft | undefined>('GET', path)
      .then((draft) => {
        saved.current = draft?.body ?? ''
        // What stands here already is newer than what was kept there.
        if (!here || !draft || latest.current) return
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

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const body = latest.current
    if (saved.current === body || (saved.current === null && body === '')) return
    try {
      if (body) setSavedAt((await request<Draft>('PUT', path, { body: { body } })).savedAt)
      else await request('DELETE', path)
      saved.current = body
    } catch {
      // It is kept here and sent with the next pause in typing.
    }
  }, [path])

  const write = useCallback(
    (next: string) => {
      latest.current = next
      setText(next)
      local.set(key, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pause)
    },
    [key, save],
  )

  /** It was sent: nothing of it stays. */
  const sent = useCallback(() => {
    clearTimeout(timer.current)
    latest.current = ''
    saved.current = ''
    setText('')
    setSavedAt(undefined)
    local.set(key, '')
  }, [key])

  return { text, write, save, sent, savedAt }
}
