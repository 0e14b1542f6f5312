import { createFileRoute } from '@tanstack/react-router'
import { Refused } from '~/components/Refused'

// A page of its own: an error thrown on the way would stand in the console of whoever followed a link.
export const Route = createFileRoute('/_app/refused')({ component: Refused })
