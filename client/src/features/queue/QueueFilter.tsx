import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { toast, toastError } from '~/components/toast'
import type { View } from '~/data/tickets'
import { SaveViewDialog } from './SaveViewDialog'

const sorts = ['priority,dueAt', 'dueAt', '-updatedAt', '-openedAt', 'openedAt'] as const

const sortNames = {
  'priority,dueAt': 'priority',
  dueAt: 'dueAt',
  '-updatedAt': 'updated',
  '-openedAt': 'newest',
  openedAt: 'oldest',
}

interface Change {
  q?: string
  sort?: string
  filter?: string
}

interface Props extends Change {
  view: View | undefined
  told: { interpretedAs?: string | null; notices?: string[] | null }
  onChange: (change: Change) => void
}

/** Narrows the list: by words and fields as one types them, and by order. It says how it understood. */
export function QueueFilter({ q, sort, filter, view, told, onChange }: Props) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [text, setText] = useState(q ?? '')
  const [saving, setSaving] = useState(false)
  const sent = useRef(q ?? '')
  const save = useMutation({
    mutationFn: (name: string) =>
      request<View>('POST', '/views', {
        body: { name, query: [view?.query, q].filter(Boolean).join(' '), sort: sort ?? view?.sort, pinned: true },
      }),
    onSuccess: async (made) => {
      setSaving(false)
      await queryClient.invalidateQueries({ queryKey: ['views'] })
      toast(t('desk:viewSaved', { name: made.name }))
    },
    onError: toastError,
  })

  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() === sent.current) return
      sent.current = text.trim()
      onChange({ q: sent.current || undefined })
    }, 250)
    return () => clearTimeout(timer)
  }, [text, onChange])

  return (
    <div className="stack-s">
      <div className="row">
        <TextInput
          className="grow"
          size="xs"
          aria-label={t('desk:filter')}
          placeholder={t('desk:filterHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <NativeSelect
          size="xs"
          aria-label={t('desk:sort')}
          value={sort ?? ''}
          onChange={(event) => onChange({ sort: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('desk:sortBy.default') },
            ...sorts.map((each) => ({ value: each, label: t(`desk:sortBy.${sortNames[each]}`) })),
          ]}
        />
        {q && (
          <Button size="xs" variant="default" onClick={() => setSaving(true)}>
            {t('desk:saveView')}
          </Button>
        )}
        {filter && (
          <Button size="xs" variant="light" onClick={() => onChange({ filter: undefined })}>
            {t('desk:dropFilter')} ×
          </Button>
        )}
      </div>
      {q && told.interpretedAs && (
        <p className="meta">
          {t('desk:understood')} <code>{told.interpretedAs}</code>
          {(told.notices ?? []).length > 0 && ` · ${told.notices!.join(' · ')}`}
        </p>
      )}
      {saving && <SaveViewDialog busy={save.isPending} onSave={save.mutate} onClose={() => setSaving(false)} />}
    </div>
  )
}
