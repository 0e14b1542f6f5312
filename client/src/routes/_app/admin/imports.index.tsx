import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { ImportsPage } from '~/features/admin/imports/ImportsPage'

export const Route = createFileRoute('/_app/admin/imports/')({
  validateSearch: listSearch,
  component: ImportsPage,
})
