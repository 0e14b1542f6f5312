import { Outlet } from '@tanstack/react-router'

/** The figures of the desk. */
export function LeadLayout() {
  return <Outlet />
}
