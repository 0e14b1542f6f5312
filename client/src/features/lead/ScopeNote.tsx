import { useTranslation } from 'react-i18next'
import type { ReportScope } from '~/data/reports'
import { isNarrowed } from './scope'
import { useScopeChoices } from './use-scope-choices'

/** What the figures were narrowed to, in words: the fields are not printed. */
export function ScopeNote({ scope }: { scope: ReportScope }) {
  const { t } = useTranslation()
  const fields = useScopeChoices()
  if (!isNarrowed(scope)) return null
  const names = fields.flatMap(({ id, choices }) => {
    if (!scope[id]) return []
    return choices?.find(({ value }) => value === scope[id])?.label ?? (choices ? t('lead:filter.unknown') : '…')
  })
  return <> {t('lead:filter.narrowed', { names: names.join(', ') })}</>
}
