import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckField } from '~/components/admin/fields/CheckField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'
import {
  bodyOfField,
  chooses,
  customFieldChecks,
  kinds,
  valuesOfField,
  type CustomField,
  type CustomFieldForm,
} from './custom-field-form'
import { OptionsField } from './OptionsField'

const empty: CustomFieldForm = {
  name: { en: '', fr: '' },
  key: '',
  type: 'text',
  practice: 'incident',
  required: false,
  options: [],
}

export function CustomFieldDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<CustomField> path="/custom-fields" id={id} onClose={onClose}>
      {(record) => (
        <FormDialog<CustomFieldForm, CustomField>
          size="lg"
          title={record ? t('rules:customField.edit', { name: record.name }) : t('rules:customField.new')}
          target={{
            path: record ? `/custom-fields/${record.id}` : '/custom-fields',
            record,
            valuesOf: valuesOfField,
            bodyOf: bodyOfField(!record),
          }}
          checks={customFieldChecks}
          defaults={empty}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('rules:saved', { name: saved.name }))
            onClose()
          }}
        >
          <Fields record={record} />
        </FormDialog>
      )}
    </RecordDialog>
  )
}

function Fields({ record }: { record: CustomField | undefined }) {
  const { t } = useTranslation()
  const kind = useWatch<CustomFieldForm, 'type'>({ name: 'type' })
  return (
    <>
      <TextsField name="name" label={t('rules:field.name')} required maxLength={200} autoFocus />
      {record ? (
        <p className="dim">
          {t('rules:customField.forGood', { kind: t(`rules:kind.${record.type}`), key: record.key })}
        </p>
      ) : (
        <>
          <TextField
            name="key"
            label={t('rules:field.key')}
            help={t('rules:customField.keyHelp')}
            required
            maxLength={60}
          />
          <SelectField
            name="type"
            label={t('rules:customField.kind')}
            help={t(`rules:kindHelp.${kind}`)}
            options={kinds.map((each) => [each, t(`rules:kind.${each}`)] as const)}
          />
        </>
      )}
      {chooses(kind) && <OptionsField name="options" fixed={record?.options.map(({ key }) => key) ?? []} />}
      <SelectField
        name="practice"
        label={t('rules:customField.practice')}
        none={t('rules:customField.everywhere')}
        options={(['incident', 'request', 'problem', 'change'] as const).map(
          (each) => [each, t(`rules:practice.${each}`)] as const,
        )}
      />
      <CheckField
        name="required"
        label={t('rules:customField.requiredLabel')}
        help={t('rules:customField.requiredHelp')}
      />
    </>
  )
}
