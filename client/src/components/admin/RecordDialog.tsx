import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { SkeletonLines } from '~/components/SkeletonLines'
import { recordQuery } from '~/data/admin/resource'

interface Props<R> {
  /** Of the list the record is in. */
  path: string
  /** Of the record, or "new". */
  id: string
  onClose: () => void
  children: (record: R | undefined) => ReactNode
}

/** Reads the record that a dialog is about as it is now, so that the dialog can also be opened by its address. */
export function RecordDialog<R>({ path, id, onClose, children }: Props<R>) {
  const { t } = useTranslation()
  const fresh = id === 'new'
  const { data, error } = useQuery({ ...recordQuery<R>(`${path}/${id}`), enabled: !fresh, staleTime: 0, gcTime: 0 })
  if (fresh) return children(undefined)
  if (data) return children(data)
  return (
    <Dialog title={t(error ? 'notFound.title' : 'loading')} onClose={onClose}>
      {error ? <ErrorPanel error={error} /> : <SkeletonLines count={4} />}
    </Dialog>
  )
}
