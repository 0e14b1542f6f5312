import { createFileRoute } from '@tanstack/react-router'
import { UserImportPage } from '~/features/admin/users/UserImportPage'

export const Route = createFileRoute('/_app/admin/users/import')({ component: UserImportPage })
