import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '~/components/BusyButton'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'

export type Said = 'reopen' | 'cancel' | 'followUp'

interface Props {
  what: Said
  busy: boolean
  error: Error | null
  onClose: () => void
  onSay: (text: string) => void
}

/** Asks for the sentence that goes with a decision. */
export function SayDialog({ what, busy, error, onClose, onSay }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() && !busy) onSay(text.trim())
  }
  return (
    <Dialog title={t(`portal:${what}`)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t(`portal:ask.${what}`)}
          required
          autosize
          minRows={3}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {error && <ErrorPanel error={error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <BusyButton type="submit" busy={busy}>
            {t('portal:send')}
          </BusyButton>
        </div>
      </form>
    </Dialog>
  )
}
