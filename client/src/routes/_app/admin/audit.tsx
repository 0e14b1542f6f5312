import { createFileRoute } from '@tanstack/react-router'
import { auditSearch } from '~/components/admin/search'
import { AuditPage } from '~/features/admin/audit/AuditPage'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/admin/audit')({
  validateSearch: auditSearch,
  // The trail speaks of everything, in the words each area has for it.
  loader: () => needTexts('audit', 'desk', 'lead'),
  component: AuditPage,
})
