import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'

interface Props {
  title: string
  /** What follows from it. */
  children: ReactNode
  /** The verb on the button. */
  confirm: string
  danger?: boolean
  /** A word to type first, where there is no way back. */
  word?: string
  busy: boolean
  error: Error | null
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that cannot be taken back in passing, and says what follows from it. */
export function ConfirmDialog({ title, children, confirm, danger, word, busy, error, onClose, onConfirm }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!word || typed.trim() === word) onConfirm()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <div className="stack-s">{children}</div>
        {word && (
          <TextInput
            data-autofocus
            label={t('admin:confirm.word', { word })}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {error && <ErrorPanel error={error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose} data-autofocus={word ? undefined : true}>
            {t('dismiss')}
          </Button>
          <Button
            type="submit"
            color={danger ? 'danger' : undefined}
            loading={busy}
            disabled={word !== undefined && typed.trim() !== word}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
