import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { Chips } from '~/components/Chips'
import { toastError } from '~/components/toast'
import { saveScope, settle, transit } from '~/data/incidents'
import { TagBox } from './TagBox'
import { isTooMuch, tagsAfter, tagsIn, type TagChange } from './tag-words'

/** Words to find it by. Each is added or taken away by itself: two people tagging at once lose nothing. */
export function Tags({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  const change = useMutation({
    mutationFn: (wanted: TagChange) => transit(incident.id, 'tags', { ...wanted }),
    onSuccess: (now) => settle(queryClient, now),
    onError: (error, { add }) => {
      toastError(error)
      if (add) setText(add.join(', '))
    },
    // One after the other: the ticket has one version.
    scope: saveScope(incident),
  })
  const tags = change.isPending ? tagsAfter(incident.tags, change.variables) : incident.tags

  const add = (written: string) => {
    const fresh = tagsIn(written).filter((tag) => !tags.includes(tag))
    const much = isTooMuch([...tags, ...fresh])
    setRefused(much)
    setText(much ? written : '')
    if (much) return
    if (fresh.length > 0) change.mutate({ add: fresh })
  }
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h3 id={id}>{t('desk:field.tags')}</h3>
      <Chips
        label={t('desk:field.tags')}
        items={tags.map((tag) => ({ id: tag, name: tag }))}
        removal={(tag) => t('desk:tags.remove', { tag })}
        onRemove={({ name }) => {
          // Its button goes with it: whoever uses the keyboard stays here.
          box.current?.focus()
          change.mutate({ remove: [name] })
        }}
      />
      <div data-noprint>
        <TagBox
          ref={box}
          except={tags}
          value={text}
          error={refused && t('desk:tags.tooMuch')}
          onChange={(written) => {
            if (written.endsWith(',')) add(written)
            else {
              setText(written)
              setRefused(false)
            }
          }}
          onAdd={add}
        />
      </div>
    </section>
  )
}
