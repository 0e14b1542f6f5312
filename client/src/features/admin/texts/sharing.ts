import type { Schemas } from '~/api/types'
import { chosen } from '~/components/admin/checks'

export interface Sharing {
  scope: Schemas['SharingScope']
  teamId: string
}

export const teamCheck = (teamId: string, { scope }: Sharing) => (scope === 'team' ? chosen(teamId) : undefined)

/** A team is named when, and only when, it is shared with one. */
export const bodyOfSharing = ({ scope, teamId }: Sharing) => ({ scope, teamId: scope === 'team' ? teamId : null })
