import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { DepartmentsPage } from '~/features/admin/places/DepartmentsPage'

export const Route = createFileRoute('/_app/admin/departments')({
  validateSearch: listSearch,
  component: DepartmentsPage,
})
