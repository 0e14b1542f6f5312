import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'

interface Props {
  busy: boolean
  onSave: (name: string) => void
  onClose: () => void
}

export function SaveViewDialog({ busy, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  return (
    <Dialog title={t('desk:saveView')} onClose={onClose} size="sm">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) onSave(name.trim())
        }}
      >
        <TextInput
          label={t('desk:viewName')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="row-end">
          <Button type="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
