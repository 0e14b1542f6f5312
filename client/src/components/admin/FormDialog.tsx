import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { RecordForm, type RecordFormProps } from './RecordForm'

interface Props<F extends FieldValues, R> extends Omit<RecordFormProps<F, R>, 'onCancel' | 'onDirty'> {
  title: string
  onClose: () => void
  size?: 'sm' | 'md' | 'lg' | 'xl'
}

/** A record in a dialog. What was typed is not lost to a slip: closing asks first. */
export function FormDialog<F extends FieldValues, R>({ title, onClose, size, ...form }: Props<F, R>) {
  const { t } = useTranslation()
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const close = () => (dirty && !leaving ? setLeaving(true) : onClose())
  return (
    <Dialog title={title} onClose={close} size={size}>
      {leaving && (
        <div role="alert" className="card stack">
          <p>{t('admin:form.unsaved')}</p>
          <div className="row-end">
            <Button variant="default" onClick={onClose}>
              {t('admin:form.discard')}
            </Button>
            <Button onClick={() => setLeaving(false)}>{t('admin:form.stay')}</Button>
          </div>
        </div>
      )}
      <div hidden={leaving}>
        <RecordForm<F, R> {...form} onCancel={close} onDirty={setDirty} />
      </div>
    </Dialog>
  )
}
