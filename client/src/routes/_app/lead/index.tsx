import { createFileRoute } from '@tanstack/react-router'
import { boardSearch } from '~/features/lead/report-search'
import { LiveBoardPage } from '~/features/lead/LiveBoardPage'

export const Route = createFileRoute('/_app/lead/')({
  validateSearch: boardSearch,
  component: LiveBoardPage,
})
