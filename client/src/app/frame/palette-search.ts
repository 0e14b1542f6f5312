import { useCallback } from 'react'
import type { Hit } from '~/components/commands/Palette'

/** What the palette finds beside the commands. */
export function usePaletteSearch(): (text: string, signal: AbortSignal) => Promise<Hit[]> {
  return useCallback(async () => [], [])
}
