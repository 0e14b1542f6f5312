import { Button, Textarea } from '@mantine/core'
import { useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { randomId } from '~/lib/ids'
import { useKept } from '~/lib/kept'
import { useAddComment } from '~/data/incidents'

/** One box to answer. The text stays until it has arrived; sending it twice says it once. */
export function AnswerBox({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const [text, setText, forget] = useKept(`answer-${incident.id}`)
  const answer = useAddComment(incident.reference)
  const key = useRef(randomId())
  if (incident.state === 'closed' || incident.state === 'cancelled')
    return <p className="dim">{t('portal:answerClosed')}</p>
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    answer.mutate(
      { body: text.trim(), visibility: 'public', key: key.current },
      {
        onSuccess: () => {
          key.current = randomId()
          forget()
        },
      },
    )
  }
  return (
    <form onSubmit={send} className="stack">
      <Textarea
        label={t('portal:answer')}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      {answer.error && <ErrorPanel error={answer.error} />}
      {answer.isPaused && (
        <p role="status" className="dim">
          {t('offlineWaiting')}
        </p>
      )}
      <div className="row-end">
        <Button type="submit" loading={answer.isPending && !answer.isPaused} disabled={answer.isPaused}>
          {t('portal:send')}
        </Button>
      </div>
    </form>
  )
}
