import { useCallback, useRef } from 'react'
import { upload } from '~/data/incidents'

/** Uploads each file once, however often what it belongs to is tried again. */
export function useUpload(): (files: readonly File[]) => Promise<string[]> {
  const done = useRef(new Map<File, string>())
  return useCallback(async (files) => {
    for (const file of files) {
      if (!done.current.has(file)) done.current.set(file, (await upload([file]))[0]!.id)
    }
    return files.map((file) => done.current.get(file)!)
  }, [])
}
