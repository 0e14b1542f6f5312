import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileDrop } from '~/components/FileDrop'
import type { Comment } from '~/data/incidents'
import { isKept, untilSent } from '~/data/until-sent'
import { randomId } from '~/lib/ids'
import { useKept } from '~/lib/kept'
import { useUpload } from './use-upload'

/** One box to answer. The text stays until it has arrived; sending it twice says it once. */
export function AnswerBox({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [text, setText, forget] = useKept(`answer-${incident.id}`)
  const [files, setFiles] = useState<File[]>([])
  const upload = useUpload()
  const key = useRef(randomId())
  const answer = useMutation({
    ...untilSent,
    mutationFn: async () =>
      request<Comment>('POST', `/incidents/${incident.reference}/comments`, {
        // A file alone says something too, and a message has words.
        body: {
          body: text.trim() || files.map((file) => file.name).join(', '),
          visibility: 'public',
          attachmentIds: await upload(files),
        },
        headers: { 'Idempotency-Key': key.current },
      }),
    onSuccess: () => {
      key.current = randomId()
      forget()
      setFiles([])
      return Promise.all([
        queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] }),
        queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      ])
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!answer.isPending && (text.trim() !== '' || files.length > 0)) answer.mutate()
  }
  return (
    <form onSubmit={send} className="stack" data-noprint>
      <FileDrop
        files={files}
        onChange={setFiles}
        end={
          <BusyButton type="submit" busy={answer.isPending}>
            {t('portal:send')}
          </BusyButton>
        }
      >
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
      </FileDrop>
      {answer.error && <ErrorPanel error={answer.error} />}
      {isKept(answer) && (
        <p role="status" className="dim">
          {t('offlineWaiting')}
        </p>
      )}
    </form>
  )
}
