import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { toastError } from '~/components/toast'
import type { Comment } from '~/data/incidents'
import { RedactMessage } from './RedactMessage'

/** Correcting one's own words for a quarter of an hour; taking words away for good. */
export function CommentActions({ incident, comment }: { incident: Incident; comment: Comment }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const save = async () => {
    try {
      await request('PATCH', `/incidents/${incident.reference}/comments/${comment.id}`, { body: { body: text } })
      setText(null)
      await queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    } catch (error) {
      toastError(error)
    }
  }
  if (text === null)
    return (
      <div className="row">
        {comment.editable && (
          <Button size="compact-sm" variant="subtle" onClick={() => setText(comment.body)}>
            {t('edit')}
          </Button>
        )}
        <RedactMessage incident={incident} comment={comment} />
      </div>
    )
  return (
    <div className="stack-s">
      <Textarea
        aria-label={t('edit')}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row-end">
        <Button size="compact-sm" variant="default" onClick={() => setText(null)}>
          {t('dismiss')}
        </Button>
        <Button size="compact-sm" onClick={() => void save()}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
