import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { bodyOfTexts, optional, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'
import { choicesQuery } from '~/data/admin/resource'
import type { Branch, Category } from './tree'

interface Fields {
  name: Texts
  parentId: string
  defaultTeamId: string
  key: string
}

const checks: Checks<Fields> = { name: texts(), key: optional(100) }

interface Props {
  /** Of the category, or "new". */
  id: string
  below: string
  branches: readonly Branch[]
  onClose: () => void
}

/** A category's name and its place in the tree. */
export function CategoryDialog({ id, below, branches, onClose }: Props) {
  const { t } = useTranslation()
  const teams = useQuery(choicesQuery<Schemas['TeamRow']>('/teams', { active: true })).data?.items ?? []
  const places = branches.filter(({ category, above }) => category.id !== id && !above.includes(id))
  return (
    <RecordDialog<Category> path="/categories" id={id} onClose={onClose}>
      {(record) => (
        <FormDialog<Fields, Category>
          title={record ? t('rules:category.edit', { name: record.name }) : t('rules:category.new')}
          target={{
            path: record ? `/categories/${record.id}` : '/categories',
            record,
            valuesOf: ({ names, parentId, defaultTeamId, key }) => ({
              name: textsOf(names),
              parentId: parentId ?? '',
              defaultTeamId: defaultTeamId ?? '',
              key,
            }),
            codes: { 'team.unknown': 'defaultTeamId' },
            bodyOf: ({ name, parentId, defaultTeamId, key }) => ({
              ...(name && { name: bodyOfTexts(name) }),
              ...(parentId !== undefined && { parentId: parentId || null }),
              ...(defaultTeamId !== undefined && { defaultTeamId: defaultTeamId || null }),
              ...(!record && key && { key }),
            }),
          }}
          checks={checks}
          defaults={{ name: { en: '', fr: '' }, parentId: below, defaultTeamId: '', key: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('rules:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextsField name="name" label={t('rules:field.name')} required maxLength={200} autoFocus />
          <SelectField
            name="parentId"
            label={t('rules:category.parent')}
            help={record ? t('rules:category.moveHelp') : undefined}
            none={t('rules:category.top')}
            options={places.map(({ category, path }) => [category.id, path.join(' › ')] as const)}
          />
          <SelectField
            name="defaultTeamId"
            label={t('rules:category.defaultTeam')}
            help={t('rules:category.defaultTeamHelp')}
            none={t('rules:category.noTeam')}
            options={teams.map((team) => [team.id, team.name] as const)}
          />
          {!record && (
            <TextField name="key" label={t('rules:field.key')} help={t('rules:field.keyHelp')} maxLength={100} />
          )}
        </FormDialog>
      )}
    </RecordDialog>
  )
}
