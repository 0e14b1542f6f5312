import { createFileRoute } from '@tanstack/react-router'
import { itemSearch } from '~/components/admin/search'
import { ItemsPage } from '~/features/admin/items/ItemsPage'

export const Route = createFileRoute('/_app/admin/configuration-items')({
  validateSearch: itemSearch,
  component: ItemsPage,
})
