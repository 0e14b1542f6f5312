import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { activeOf } from '~/components/admin/search'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { PageHeader } from '~/components/PageHeader'
import { listQuery } from '~/data/admin/resource'
import { useRulesSearch, type RulesSearch } from '../shared/search'
import type { CustomField } from './custom-field-form'
import { CustomFieldDialog } from './CustomFieldDialog'

const columnsOf = (t: TFunction): Column<CustomField>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: (field) => (
      <Link from="/admin/custom-fields" to="." search={(before) => ({ ...before, open: field.id })}>
        {field.name}
      </Link>
    ),
  },
  { id: 'key', label: 'rules:field.key', cell: (field) => <span className="ref">{field.key}</span> },
  { id: 'kind', label: 'rules:customField.kind', cell: (field) => t(`rules:kind.${field.type}`) },
  {
    id: 'practice',
    label: 'rules:customField.practice',
    cell: (field) => (field.practice ? t(`rules:practice.${field.practice}`) : t('rules:customField.everywhere')),
  },
  {
    id: 'required',
    label: 'rules:customField.required',
    cell: (field) => (field.required ? t('rules:customField.isRequired') : t('rules:customField.isOptional')),
  },
  {
    id: 'active',
    label: 'rules:field.state',
    phone: 'aside',
    cell: (field) => <ActiveMark active={field.active} />,
  },
]

/** What an organisation wants to know of its tickets beyond what every ticket has. */
export function CustomFieldsPage() {
  const { t } = useTranslation()
  const search = useRulesSearch()
  const navigate = useNavigate({ from: '/admin/custom-fields' })
  const narrow = useCallback(
    (change: RulesSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const query = useInfiniteQuery(
    listQuery<CustomField>('/custom-fields', { active: activeOf(search), practice: search.practice }),
  )
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<CustomField>('/custom-fields', {
    title: (field) => t('rules:customField.retire', { name: field.name }),
    text: () => t('rules:customField.retireText'),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('rules:customField.new')}
    </Button>
  )
  const practice = {
    name: 'practice',
    label: t('rules:customField.practice'),
    options: [
      ['', t('rules:customField.allPractices')] as const,
      ...(['incident', 'request', 'problem', 'change'] as const).map(
        (each) => [each, t(`rules:practice.${each}`)] as const,
      ),
    ],
  }
  const filtered = search.show !== undefined || search.practice !== undefined
  return (
    <div className="stack">
      <PageHeader title={t('rules:customFields')}>{add}</PageHeader>
      <p className="dim">{t('rules:customField.intro')}</p>
      <FilterBar
        value={{ ...search }}
        onChange={(change) => narrow(change as RulesSearch)}
        choices={[show, practice]}
      />
      <ResourceTable
        name={t('rules:customFields')}
        query={query}
        columns={columnsOf(t)}
        keyOf={(field) => field.id}
        nameOf={(field) => field.name}
        dim={(field) => !field.active}
        actions={(field) => [{ id: 'edit', label: t('edit'), run: () => narrow({ open: field.id }) }, toggle(field)]}
        empty={{ title: t('rules:customField.none'), text: t('rules:customField.intro'), action: add }}
        onClear={filtered ? () => narrow({ show: undefined, practice: undefined }) : undefined}
      />
      {search.open && <CustomFieldDialog id={search.open} onClose={() => narrow({ open: undefined })} />}
      {dialog}
    </div>
  )
}
