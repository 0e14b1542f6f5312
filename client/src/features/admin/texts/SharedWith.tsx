import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'

export function SharedWith({ scope, team }: { scope: Schemas['SharingScope']; team: Named | null }) {
  const { t } = useTranslation()
  return team ? team.name : t(`admin:texts.scopes.${scope}`)
}
