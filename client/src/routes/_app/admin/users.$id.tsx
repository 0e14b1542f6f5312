import { createFileRoute } from '@tanstack/react-router'
import { UserPage } from '~/features/admin/users/UserPage'

export const Route = createFileRoute('/_app/admin/users/$id')({ component: UserPage })
