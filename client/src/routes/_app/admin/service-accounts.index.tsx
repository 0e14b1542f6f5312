import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { ServiceAccountsPage } from '~/features/admin/machines/ServiceAccountsPage'

export const Route = createFileRoute('/_app/admin/service-accounts/')({
  validateSearch: listSearch,
  component: ServiceAccountsPage,
})
