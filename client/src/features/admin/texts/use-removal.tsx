import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import type { MenuEntry } from '~/components/Menu'
import { toast } from '~/components/toast'
import { refresh } from '~/data/admin/resource'

interface Removable {
  id: string
  name: string
}

/** Takes a prepared text away, after asking. */
export function useRemoval(path: string) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Removable | null>(null)
  const remove = useMutation({
    mutationFn: (text: Removable) => request('DELETE', `${path}/${text.id}`),
    onSuccess: async (_, text) => {
      setAsked(null)
      await refresh(queryClient)
      toast(t('admin:texts.removed', { name: text.name }))
    },
  })
  const entry = (text: Removable): MenuEntry => ({
    id: 'remove',
    label: t('admin:remove'),
    run: () => {
      remove.reset()
      setAsked(text)
    },
  })
  const dialog = asked && (
    <ConfirmDialog
      title={t('admin:texts.removeTitle', { name: asked.name })}
      confirm={t('admin:remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={() => setAsked(null)}
      onConfirm={() => remove.mutate(asked)}
    >
      <p>{t('admin:texts.removeText')}</p>
    </ConfirmDialog>
  )
  return { entry, dialog }
}
