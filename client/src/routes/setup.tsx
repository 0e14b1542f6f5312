import { createFileRoute } from '@tanstack/react-router'
import { setupQuery } from '~/data/setup'
import { SetupPage } from '~/features/setup/SetupPage'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/setup')({
  beforeLoad: () => needTexts('setup'),
  loader: ({ context }) => context.queryClient.ensureQueryData(setupQuery),
  component: SetupPage,
})
