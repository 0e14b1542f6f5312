import { createFileRoute } from '@tanstack/react-router'
import { rulesPage, rulesSearch } from '~/features/rules/lazy-page'

export const Route = createFileRoute('/_app/admin/calendars/$id')({
  codeSplitGroupings: [],
  validateSearch: rulesSearch,
  component: rulesPage('CalendarPage'),
})
