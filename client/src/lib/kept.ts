import { useCallback, useState } from 'react'

const read = (key: string) => {
  try {
    return localStorage.getItem(`draft-${key}`)
  } catch {
    return null
  }
}

/** Text that survives leaving the page, until it is sent. */
export function useKept(key: string, initial = ''): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => initial || (read(key) ?? ''))
  const keep = useCallback(
    (next: string) => {
      setText(next)
      try {
        if (next) localStorage.setItem(`draft-${key}`, next)
        else localStorage.removeItem(`draft-${key}`)
      } catch {
        // It stays as long as the page does.
      }
    },
    [key],
  )
  const forget = useCallback(() => keep(''), [keep])
  return [text, keep, forget]
}

/** What was sent need not be kept. */
export function dropKept(key: string): void {
  try {
    localStorage.removeItem(`draft-${key}`)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Whoever comes to this browser next is not to read what was typed here. */
export function forgetKept(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('draft-')) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
