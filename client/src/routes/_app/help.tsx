import { createFileRoute, Outlet } from '@tanstack/react-router'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/help')({
  beforeLoad: () => needTexts('portal'),
  component: () => (
    <div data-portal>
      <Outlet />
    </div>
  ),
})
