import { Button, TextInput, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import styles from './RedactDialog.module.css'

const parts = ['title', 'description', 'resolution', 'remarks', 'tasks', 'worklogs', 'customFields'] as const
type Part = (typeof parts)[number]

interface Props {
  /** Of the ticket, when its own words are to be removed; without it one message is. */
  title?: string
  busy: boolean
  error: Error | null
  onClose: () => void
  onRedact: (body: Record<string, unknown>) => void
}

/** Removes words for good, a pasted password for instance; says first that nobody can bring them back. */
export default function RedactDialog({ title, busy, error, onClose, onRedact }: Props) {
  const { t } = useTranslation()
  const ofTicket = title !== undefined
  const [chosen, setChosen] = useState<readonly Part[]>([])
  const [instead, setInstead] = useState('')
  const [reason, setReason] = useState('')
  const renames = chosen.includes('title')
  const complete = reason.trim() && (!ofTicket || chosen.length > 0) && (!renames || instead.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    onRedact({
      ...(ofTicket && { parts: chosen }),
      ...(renames && { title: instead.trim() }),
      reason: reason.trim(),
    })
  }
  return (
    <Dialog title={t(ofTicket ? 'desk:key.redact' : 'ticket:redact.message')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className={styles.warning}>
          <strong>{t('ticket:redact.forGood')}</strong>{' '}
          {t(ofTicket ? 'ticket:redact.help' : 'ticket:redact.messageHelp')}
        </p>
        {ofTicket && (
          <fieldset className={styles.parts}>
            <legend>{t('ticket:redact.which')}</legend>
            {parts.map((part, index) => (
              <label key={part} className={styles.part}>
                <input
                  type="checkbox"
                  data-autofocus={index === 0 || undefined}
                  checked={chosen.includes(part)}
                  onChange={(event) =>
                    setChosen(parts.filter((each) => (each === part ? event.target.checked : chosen.includes(each))))
                  }
                />
                {t(`desk:redact.part.${part}`)}
              </label>
            ))}
          </fieldset>
        )}
        {renames && (
          <TextInput
            label={t('ticket:redact.instead')}
            description={t('ticket:redact.insteadHelp', { title })}
            required
            maxLength={200}
            value={instead}
            onChange={(event) => setInstead(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t('ticket:redact.reason')}
          description={t('ticket:redact.reasonHelp')}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus={ofTicket ? undefined : true}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <ErrorPanel error={error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" color="danger" loading={busy} disabled={!complete}>
            {t('ticket:redact.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
