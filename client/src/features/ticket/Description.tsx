import { Button, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { Message } from '~/components/Message'
import styles from './Timeline.module.css'

interface Props {
  incident: Incident
  onSave: (description: string, from: Incident) => Promise<unknown>
  /** What came with it. */
  files: ReactNode
}

/** What the requester told at first, corrected where it stands. */
export function Description({ incident, onSave, files }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<{ text: string; from: Incident } | null>(null)
  const [returning, setReturning] = useState(false)
  const [busy, setBusy] = useState(false)
  const over = incident.state === 'closed' || incident.state === 'cancelled'

  const save = async () => {
    if (!draft) return
    if (draft.text.trim() !== incident.description) {
      setBusy(true)
      try {
        await onSave(draft.text.trim(), draft.from)
      } catch {
        // It was said why; the words stay.
        return
      } finally {
        setBusy(false)
      }
    }
    setDraft(null)
  }
  if (draft)
    return (
      <div className="stack-s">
        <Textarea
          label={t('desk:field.description')}
          autosize
          autoFocus
          minRows={4}
          maxRows={20}
          maxLength={50_000}
          readOnly={busy}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
            else if (event.key === 'Escape') setDraft(null)
          }}
        />
        <div className="row-end">
          <Button size="compact-sm" variant="default" onClick={() => setDraft(null)}>
            {t('dismiss')}
          </Button>
          <Button size="compact-sm" loading={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        </div>
      </div>
    )
  const begin = () => {
    setReturning(true)
    setDraft({ text: incident.description, from: incident })
  }
  if (!incident.description)
    return (
      <div className={styles.bare}>
        {files}
        {!over && (
          <Button size="compact-sm" variant="subtle" autoFocus={returning} onClick={begin}>
            {t('desk:describe')}
          </Button>
        )}
      </div>
    )
  return (
    <Message author={incident.requester.name} at={incident.openedAt} body={incident.description} side="theirs">
      {files}
      {!over && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            autoFocus={returning}
            aria-label={t('desk:describeAgain')}
            onClick={begin}
          >
            {t('edit')}
          </Button>
        </div>
      )}
    </Message>
  )
}
