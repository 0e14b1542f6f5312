import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { MenuEntry } from '~/components/Menu'
import { toast } from '~/components/toast'
import { refresh } from '~/data/admin/resource'
import { ConfirmDialog } from './ConfirmDialog'

interface Switched {
  id: string
  name: string
  active: boolean
}

interface Words<T> {
  title: (record: T) => string
  /** What follows from taking it out of use. */
  text: (record: T) => ReactNode
}

/** Takes records out of use, after saying what follows, and back. */
export function useSwitch<T extends Switched>(path: string, words: Words<T>) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<T | null>(null)
  const change = useMutation({
    mutationFn: ({ record, active }: { record: T; active: boolean }) =>
      request('PATCH', `${path}/${record.id}`, { body: { active } }),
    onSuccess: async (_, { record, active }) => {
      setAsked(null)
      await refresh(queryClient)
      const said = t(active ? 'admin:state.broughtBack' : 'admin:state.retired', { name: record.name })
      toast(said, () => change.mutate({ record, active: !active }))
    },
  })
  const open = (record: T) => {
    change.reset()
    setAsked(record)
  }
  const toggle = (record: T): MenuEntry => ({
    id: 'active',
    label: t(record.active ? 'admin:state.retire' : 'admin:state.bringBack'),
    run: () => open(record),
  })
  const dialog = asked && (
    <ConfirmDialog
      title={asked.active ? words.title(asked) : t('admin:state.bringBackTitle', { name: asked.name })}
      confirm={t(asked.active ? 'admin:state.retire' : 'admin:state.bringBack')}
      busy={change.isPending}
      error={change.error}
      onClose={() => setAsked(null)}
      onConfirm={() => change.mutate({ record: asked, active: !asked.active })}
    >
      <p>{asked.active ? words.text(asked) : t('admin:state.bringBackText')}</p>
    </ConfirmDialog>
  )
  return { toggle, dialog }
}
