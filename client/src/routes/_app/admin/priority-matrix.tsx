import { createFileRoute } from '@tanstack/react-router'
import { rulesPage } from '~/features/rules/lazy-page'

export const Route = createFileRoute('/_app/admin/priority-matrix')({
  codeSplitGroupings: [],
  component: rulesPage('MatrixPage'),
})
