import { createFileRoute } from '@tanstack/react-router'
import { ServiceAccountPage } from '~/features/admin/machines/ServiceAccountPage'

export const Route = createFileRoute('/_app/admin/service-accounts/$id')({ component: ServiceAccountPage })
