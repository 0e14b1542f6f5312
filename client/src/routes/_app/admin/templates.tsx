import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { TemplatesPage } from '~/features/admin/texts/TemplatesPage'

export const Route = createFileRoute('/_app/admin/templates')({
  validateSearch: listSearch,
  component: TemplatesPage,
})
