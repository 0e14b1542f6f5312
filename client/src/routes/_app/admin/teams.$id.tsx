import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/components/admin/search'
import { TeamPage } from '~/features/admin/teams/TeamPage'

export const Route = createFileRoute('/_app/admin/teams/$id')({ validateSearch: listSearch, component: TeamPage })
