import { createFileRoute } from '@tanstack/react-router'
import { auditSearch } from '~/components/admin/search'
import { AuditPage } from '~/features/admin/audit/AuditPage'

export const Route = createFileRoute('/_app/admin/audit')({ validateSearch: auditSearch, component: AuditPage })
