import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { KeyHint } from '~/components/commands/KeyHint'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileDrop } from '~/components/FileDrop'
import { Menu } from '~/components/Menu'
import { useFormat } from '~/i18n/format'
import styles from './Composer.module.css'
import { NewerMessages } from './NewerMessages'
import { ReplyMenu } from './ReplyMenu'
import { useDraft, type DraftKind } from './use-draft'
import { useSend, type After } from './use-send'

interface Props {
  incident: Incident
  kind: DraftKind
  onKind: (kind: DraftKind) => void
  /** Counts up whenever the keys ask for the composer. */
  focus: number
  onActivity: (busy: boolean) => void
  onNext: () => void
}

/** Writing to the requester or to colleagues; its frame and its button say to whom. */
export function Composer({ incident, kind, onKind, focus, onActivity, onNext }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const draft = useDraft(incident.id, kind)
  const [files, setFiles] = useState<File[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const sending = useSend(incident, kind, draft.sent)
  const closed = ['closed', 'cancelled'].includes(incident.state)

  useEffect(() => {
    if (focus > 0) field.current?.focus()
  }, [focus])

  const send = (after: After) => {
    if (!draft.text.trim() || sending.busy) return
    sending.send({
      body: draft.text.trim(),
      files,
      after,
      done: () => {
        setFiles([])
        if (after === 'next') onNext()
      },
    })
  }
  if (closed) return <p className={`dim ${styles.closed}`}>{t('desk:composer.closed')}</p>

  const audience = kind === 'reply' ? t('desk:composer.to', { name: incident.requester.name }) : t('desk:composer.note')
  const may = (verb: string) => incident.allowedTransitions.includes(verb)
  return (
    <section className={styles.composer} data-kind={kind} aria-label={t('desk:composer.label')} data-noprint>
      <div className="between">
        <div className={styles.kinds} role="group" aria-label={t('desk:composer.audience')}>
          {(['reply', 'note'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => onKind(each)}>
              {t(`desk:composer.kind.${each}`)} <KeyHint keys={each === 'reply' ? 'r' : 'n'} />
            </button>
          ))}
        </div>
        <ReplyMenu
          incident={incident}
          onInsert={(text) => draft.write(draft.text ? `${draft.text}\n\n${text}` : text)}
        />
      </div>
      {sending.newer && <NewerMessages messages={sending.newer} />}
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
            <Button
              onClick={() => send('stay')}
              loading={sending.busy && !sending.paused}
              disabled={!draft.text.trim() || sending.paused}
              rightSection={<KeyHint keys="mod+enter" />}
            >
              {sending.newer
                ? t('desk:composer.anyway')
                : t(`desk:composer.send.${kind}`, { name: incident.requester.name })}
            </Button>
            <Menu
              label=""
              name={t('desk:composer.more')}
              button={{ size: 'sm' }}
              up
              entries={[
                { id: 'next', label: t('desk:composer.sendNext'), keys: 'mod+shift+enter', run: () => send('next') },
                ...(kind === 'reply' && may('hold')
                  ? [{ id: 'wait', label: t('desk:composer.sendWait'), run: () => send('wait') }]
                  : []),
                ...(kind === 'reply' && may('resolve')
                  ? [{ id: 'resolve', label: t('desk:composer.sendResolve'), run: () => send('resolve') }]
                  : []),
              ]}
            />
          </div>
        }
      >
        <Textarea
          ref={field}
          aria-label={audience}
          placeholder={audience}
          autosize
          minRows={3}
          maxRows={14}
          value={draft.text}
          onChange={(event) => {
            draft.write(event.currentTarget.value)
            onActivity(true)
          }}
          onBlur={() => {
            void draft.save()
            onActivity(false)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              send(event.shiftKey ? 'next' : 'stay')
            } else if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </FileDrop>
      {sending.error && <ErrorPanel error={sending.error} />}
    </section>
  )
}
