import { createFileRoute } from '@tanstack/react-router'
import { LiveBoardPage } from '~/features/lead/LiveBoardPage'

export const Route = createFileRoute('/_app/lead/')({ component: LiveBoardPage })
