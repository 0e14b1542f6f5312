import { useState } from 'react'

/**
 * The record a form is about: what others save meanwhile does not replace it while there is something to lose. The server then
 * answers 412 and both values are shown.
 */
export function useSteady<R extends { version: number }>(latest: R) {
  const [held, hold] = useState(latest)
  const [dirty, setDirty] = useState(false)
  if (!dirty && latest.version > held.version) hold(latest)
  return {
    record: held,
    dirty,
    setDirty,
    saved: (record: R) => {
      setDirty(false)
      hold(record)
    },
  }
}
