import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { bodyOfTexts, optional, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'

type Service = Schemas['ServiceResponse']

interface Fields {
  name: Texts
  key: string
}

const checks: Checks<Fields> = { name: texts(), key: optional(100) }

export function ServiceDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Service> path="/services" id={id} onClose={onClose}>
      {(record) => (
        <FormDialog<Fields, Service>
          title={record ? t('rules:service.edit', { name: record.name }) : t('rules:service.new')}
          target={{
            path: record ? `/services/${record.id}` : '/services',
            record,
            valuesOf: ({ names, key }) => ({ name: textsOf(names), key }),
            bodyOf: ({ name, key }) => ({
              ...(name && { name: bodyOfTexts(name) }),
              ...(!record && key && { key }),
            }),
          }}
          checks={checks}
          defaults={{ name: { en: '', fr: '' }, key: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('rules:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextsField name="name" label={t('rules:field.name')} required maxLength={200} autoFocus />
          {!record && (
            <TextField name="key" label={t('rules:field.key')} help={t('rules:field.keyHelp')} maxLength={100} />
          )}
        </FormDialog>
      )}
    </RecordDialog>
  )
}
