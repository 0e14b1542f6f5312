import { createFileRoute } from '@tanstack/react-router'
import { rulesPage, rulesSearch } from '~/features/rules/lazy-page'

export const Route = createFileRoute('/_app/admin/custom-fields')({
  codeSplitGroupings: [],
  validateSearch: rulesSearch,
  component: rulesPage('CustomFieldsPage'),
})
