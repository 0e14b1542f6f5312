import { createFileRoute } from '@tanstack/react-router'
import { MeLayout } from '~/features/me/MeLayout'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/me')({
  beforeLoad: () => needTexts('me'),
  component: MeLayout,
})
