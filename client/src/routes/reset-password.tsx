import { createFileRoute } from '@tanstack/react-router'
import { ResetPasswordPage } from '~/features/session/ResetPasswordPage'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/reset-password')({
  beforeLoad: () => needTexts('session'),
  component: ResetPasswordPage,
})
