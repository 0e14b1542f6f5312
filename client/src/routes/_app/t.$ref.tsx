import { createFileRoute, redirect } from '@tanstack/react-router'

/** An address for mails and conversations: the ticket wherever its reader reads tickets. */
export const Route = createFileRoute('/_app/t/$ref')({
  beforeLoad: ({ context, params }) => {
    const desk = context.session.permissions.includes('incidents.work')
    throw redirect({ to: desk ? '/desk/tickets/$ref' : '/help/requests/$ref', params, replace: true })
  },
})
