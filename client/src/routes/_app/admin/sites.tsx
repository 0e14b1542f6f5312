import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { SitesPage } from '~/features/admin/places/SitesPage'

export const Route = createFileRoute('/_app/admin/sites')({
  validateSearch: listSearch,
  component: SitesPage,
})
