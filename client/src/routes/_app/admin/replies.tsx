import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { RepliesPage } from '~/features/admin/texts/RepliesPage'

export const Route = createFileRoute('/_app/admin/replies')({
  validateSearch: listSearch,
  component: RepliesPage,
})
