import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { KeyHint } from '~/components/commands/KeyHint'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileDrop } from '~/components/FileDrop'
import { useFormat } from '~/i18n/format'
import { usualAfter } from './after'
import styles from './Composer.module.css'
import { NewerMessages } from './NewerMessages'
import { ReplyMenu } from './ReplyMenu'
import { SendButton } from './SendButton'
import { useDraft, type DraftKind } from './use-draft'
import { useSend, type After } from './use-send'
import { useWritingKeys } from './use-writing-keys'
import { WritingField } from './WritingField'

interface Props {
  incident: Incident
  kind: DraftKind
  onKind: (kind: DraftKind) => void
  /** Counts up whenever the keys ask for the composer. */
  focus: number
  /** Words from elsewhere on the page, for the answer; each time anew. */
  insert?: { text: string } | null
  onActivity: (busy: boolean) => void
  onNext: () => void
  /** It is sent; the composer itself takes the focus otherwise. */
  onSent?: () => void
}

/** Writing to the requester or to colleagues; its frame and its button say to whom. */
export function Composer({ incident, kind, onKind, focus, insert, onActivity, onNext, onSent }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const draft = useDraft(incident, kind)
  const [files, setFiles] = useState<File[]>([])
  const [usual, setUsual] = useState(() => usualAfter.get())
  const field = useRef<HTMLTextAreaElement>(null)
  const kinds = useRef<HTMLDivElement>(null)
  const sending = useSend(incident, kind, draft)
  const closed = ['closed', 'cancelled'].includes(incident.state)
  const name = incident.requester.name

  useEffect(() => {
    if (focus > 0) field.current?.focus()
  }, [focus])

  const { append, text: written, write, save } = draft
  // What was written moves with the choice: it is meant for the others now.
  const moved = useRef<string | null>(null)
  const switchTo: DraftKind = kind === 'reply' ? 'note' : 'reply'
  const switchVisibility = useCallback(() => {
    moved.current = written
    write('')
    void save()
    onKind(switchTo)
  }, [written, write, save, onKind, switchTo])
  useEffect(() => {
    if (moved.current === null) return
    if (moved.current) append(moved.current)
    moved.current = null
    field.current?.focus()
    // It is another one with each draft.
  }, [append])
  useWritingKeys(incident.reference, closed || sending.busy, switchVisibility)
  const inserted = useRef(insert)
  useEffect(() => {
    if (!insert || inserted.current === insert) return
    inserted.current = insert
    append(insert.text)
  }, [insert, append])

  if (closed) return <p className={`dim ${styles.closed}`}>{t('desk:composer.closed')}</p>

  const may = (verb: string) => incident.allowedTransitions.includes(verb)
  const offered: After[] =
    kind === 'note'
      ? ['stay', 'next']
      : ['stay', 'next', ...(may('hold') ? (['wait'] as const) : []), ...(may('resolve') ? (['resolve'] as const) : [])]
  const first = offered.includes(usual) ? usual : 'stay'

  const send = (after: After, text = draft.text) => {
    if (!text.trim() || sending.busy) return
    usualAfter.set(after)
    setUsual(usualAfter.get())
    sending.send({
      body: text.trim(),
      files,
      after,
      done: () => {
        setFiles([])
        // Sent is sent: the keys belong to the ticket again.
        field.current?.blur()
        if (after === 'next') onNext()
        else if (onSent) onSent()
        else kinds.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
      },
    })
  }
  const audience = kind === 'reply' ? t('desk:composer.to', { name }) : t('desk:composer.note')
  const label = sending.crossed ? t('desk:composer.anyway') : t(`desk:composer.send.${kind}`, { name })
  const nameOf = (after: After) => (after === 'stay' ? label : t(`desk:composer.then.${after}`))
  return (
    <section
      className={styles.composer}
      data-kind={kind}
      aria-label={t('desk:composer.label')}
      data-uncovered
      data-noprint
    >
      <div className="between">
        <div ref={kinds} className={styles.kinds} role="group" aria-label={t('desk:composer.audience')}>
          {(['reply', 'note'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => onKind(each)}>
              {t(`desk:composer.kind.${each}`)} <KeyHint keys={each === 'reply' ? 'r' : 'n'} />
            </button>
          ))}
        </div>
        <ReplyMenu ticketId={incident.id} onInsert={append} />
      </div>
      {sending.crossed && <NewerMessages crossed={sending.crossed} />}
      <FileDrop
        files={files}
        onChange={setFiles}
        end={
          <div className="row">
            <span className="meta" role="status">
              {sending.paused
                ? t('offlineWaiting')
                : draft.savedAt
                  ? t('desk:composer.saved', { at: format.time(draft.savedAt) })
                  : ''}
            </span>
            <SendButton
              nameOf={nameOf}
              usual={sending.crossed ? 'stay' : first}
              offered={offered}
              busy={sending.busy && !sending.paused}
              disabled={!draft.text.trim() || sending.paused}
              onSend={send}
            />
          </div>
        }
      >
        <WritingField
          ref={field}
          ticket={incident}
          acts={offered.map((after) => ({
            id: `write.${after}`,
            name: nameOf(after),
            act: (text) => send(after, text),
          }))}
          label={audience}
          value={draft.text}
          readOnly={sending.busy}
          onChange={(text) => {
            draft.write(text)
            onActivity(true)
          }}
          onBlur={() => {
            void draft.save()
            onActivity(false)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              send(event.shiftKey ? 'next' : sending.crossed ? 'stay' : first)
            } else if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </FileDrop>
      {sending.error && <ErrorPanel error={sending.error} />}
    </section>
  )
}
