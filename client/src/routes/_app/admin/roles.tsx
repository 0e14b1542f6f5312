import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { RolesPage } from '~/features/admin/roles/RolesPage'

export const Route = createFileRoute('/_app/admin/roles')({ validateSearch: listSearch, component: RolesPage })
