import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { TeamsPage } from '~/features/admin/teams/TeamsPage'

export const Route = createFileRoute('/_app/admin/teams/')({ validateSearch: listSearch, component: TeamsPage })
