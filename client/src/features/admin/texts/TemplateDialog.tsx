import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TeamField } from '~/components/admin/fields/TeamField'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import fields from '~/components/admin/fields/fields.module.css'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'
import { choicesQuery } from '~/data/admin/resource'
import { Places } from './Places'
import { SharingFields } from './SharingFields'
import { bodyOfTemplate, emptyTemplate, fieldsOfTemplate, templateChecks, type TemplateFields } from './template-form'

type Template = Schemas['TemplateResponse']
const levels = ['high', 'medium', 'low'] as const

export function TemplateDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const services = useQuery(choicesQuery<Named>('/services')).data?.items ?? []
  const categories = useQuery(choicesQuery<Named>('/categories')).data?.items ?? []
  const named = (items: readonly Named[]) => items.map(({ id, name }) => [id, name] as const)
  const level = levels.map((each) => [each, t(`level.${each}`)] as const)
  const urgency = levels.map((each) => [each, t(`urgency.${each}`)] as const)
  return (
    <RecordDialog<Template> path="/ticket-templates" id={id} onClose={onClose}>
      {(template) => (
        <FormDialog<TemplateFields, Template>
          title={t(template ? 'admin:templates.edit' : 'admin:templates.new')}
          size="lg"
          target={{
            path: template ? `/ticket-templates/${template.id}` : '/ticket-templates',
            record: template,
            valuesOf: fieldsOfTemplate,
            bodyOf: (values) => bodyOfTemplate({ ...emptyTemplate, ...values }),
            whole: true,
            codes: { 'reply.unknown_variable': 'description.en' },
          }}
          checks={templateChecks}
          defaults={emptyTemplate}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextsField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
          <TextsField name="title" label={t('admin:templates.ticketTitle')} required maxLength={200} />
          <TextsField name="description" label={t('admin:field.description')} lines={4} />
          <Places />
          <div className={fields.pair}>
            <SelectField name="impact" label={t('admin:templates.impact')} options={level} />
            <SelectField name="urgency" label={t('admin:templates.urgency')} options={urgency} />
            <SelectField name="serviceId" label={t('admin:field.service')} none="—" options={named(services)} />
            <SelectField name="categoryId" label={t('admin:field.category')} none="—" options={named(categories)} />
            <TeamField name="forTeamId" label={t('admin:templates.forTeam')} none="—" />
            <TextField name="tags" label={t('admin:templates.tags')} help={t('admin:templates.tagsHelp')} />
          </div>
          <SharingFields />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
