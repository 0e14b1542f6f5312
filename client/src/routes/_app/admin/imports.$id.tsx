import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '~/features/admin/imports/ImportPage'

export const Route = createFileRoute('/_app/admin/imports/$id')({ component: ImportPage })
