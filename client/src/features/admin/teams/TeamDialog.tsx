import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'
import { bodyOfTexts, key, optional, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { PeopleField } from '~/components/admin/fields/PeopleField'
import { PersonField } from '~/components/admin/fields/PersonField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { toast } from '~/components/toast'

type Team = Schemas['TeamResponse']

interface Fields {
  key: string
  name: Texts
  description: string
  leadId: string
  lead: Named | null
  members: Named[]
}

const fieldsOf = (team: Team): Fields => ({
  key: team.key,
  name: textsOf(team.names),
  description: team.description ?? '',
  leadId: team.lead?.id ?? '',
  lead: null,
  members: [],
})

function bodyOf({ key, name, description, leadId, lead, members }: Partial<Fields>, fresh: boolean) {
  return {
    ...(name && { name: bodyOfTexts(name) }),
    ...(description !== undefined && { description: description || null }),
    ...(fresh
      ? { key, leadId: lead?.id ?? null, memberIds: (members ?? []).map((person) => person.id) }
      : leadId !== undefined && { leadId: leadId || null }),
  }
}

interface Props {
  team?: Team
  onClose: () => void
  onSaved?: (team: Team) => void
}

export function TeamDialog({ team, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const checks: Checks<Fields> = { key: key(), name: texts(), description: optional(1000) }
  return (
    <FormDialog<Fields, Team>
      title={t(team ? 'admin:teams.edit' : 'admin:teams.new')}
      size="lg"
      target={{
        path: team ? `/teams/${team.id}` : '/teams',
        record: team,
        valuesOf: fieldsOf,
        bodyOf: (values) => bodyOf(values, !team),
        codes: { 'team.key_taken': 'key', 'team.lead_not_member': 'leadId' },
      }}
      checks={checks}
      defaults={{ key: '', name: { en: '', fr: '' }, description: '', leadId: '', lead: null, members: [] }}
      onClose={onClose}
      onSaved={(saved) => {
        toast(t('admin:saved', { name: saved.name }))
        onClose()
        onSaved?.(saved)
      }}
    >
      <TextsField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
      {!team && (
        <TextField name="key" label={t('admin:field.key')} help={t('admin:teams.keyHelp')} required maxLength={100} />
      )}
      <TextField name="description" label={t('admin:field.description')} lines={2} maxLength={1000} />
      {team ? (
        <SelectField
          name="leadId"
          label={t('admin:teams.lead')}
          help={t('admin:teams.leadHelp')}
          none={t('admin:teams.noLead')}
          options={team.members.filter((each) => each.active).map((each) => [each.id, each.name] as const)}
        />
      ) : (
        <>
          <PeopleField name="members" label={t('admin:teams.members')} />
          <PersonField name="lead" label={t('admin:teams.lead')} help={t('admin:teams.leadHelpNew')} />
        </>
      )}
    </FormDialog>
  )
}
