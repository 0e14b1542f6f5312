import { createFileRoute } from '@tanstack/react-router'
import { userSearch } from '~/components/admin/search'
import { UsersPage } from '~/features/admin/users/UsersPage'

export const Route = createFileRoute('/_app/admin/users/')({ validateSearch: userSearch, component: UsersPage })
