import { Button } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { FormProvider, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import type { Checks } from './checks'
import { FormMeta, type FieldMeta } from './form-meta'
import { useRecordForm, type Target } from './use-record-form'
import { VersionChoice } from './VersionChoice'

export interface RecordFormProps<F extends FieldValues, R> {
  target: Target<F, R>
  checks: Checks<F>
  defaults?: F
  /** The verb on the button; without it "Save". */
  submit?: string
  children: ReactNode
  onSaved: (record: R) => void
  onCancel?: () => void
  /** Told when there is something to lose. */
  onDirty?: (dirty: boolean) => void
  /** Stands before the buttons. */
  aside?: ReactNode
}

/** The fields of one record with their buttons, in a dialog or on a page. */
export function RecordForm<F extends FieldValues, R>(props: RecordFormProps<F, R>) {
  const { target, checks, defaults, submit, children, onSaved, onCancel, onDirty, aside } = props
  const { t } = useTranslation()
  const [meta] = useState(() => new Map<string, FieldMeta>())
  const record = useRecordForm<F, R>({ target, checks, defaults, meta, onSaved })
  const { isDirty } = record.form.formState
  useEffect(() => {
    onDirty?.(isDirty)
  }, [isDirty, onDirty])

  return (
    <FormMeta value={meta}>
      <FormProvider {...record.form}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            // A form in a dialog that a form has opened is a form of its own.
            event.stopPropagation()
            void record.submit(event)
          }}
        >
          <div className="stack" hidden={record.conflict !== null}>
            {children}
          </div>
          {record.conflict ? (
            <VersionChoice
              conflict={record.conflict}
              meta={meta}
              onKeep={record.settle}
              onTheirs={record.takeTheirs}
              busy={record.busy}
            />
          ) : (
            <>
              {record.error && <ErrorPanel error={record.error} />}
              <div className="row-end" data-uncovered>
                {aside && <div className="grow">{aside}</div>}
                {onCancel && (
                  <Button variant="default" onClick={onCancel}>
                    {t('dismiss')}
                  </Button>
                )}
                <Button type="submit" loading={record.busy}>
                  {submit ?? t('save')}
                </Button>
              </div>
            </>
          )}
        </form>
      </FormProvider>
    </FormMeta>
  )
}
