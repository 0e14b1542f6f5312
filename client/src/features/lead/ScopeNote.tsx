import { useTranslation } from 'react-i18next'
import type { ReportScope } from '~/data/reports'
import { isNarrowed, valuesOf } from './scope'
import { useNameOf, useScopeChoices } from './use-scope-choices'

/** What the figures were narrowed to, in words: the fields are not printed. */
export function ScopeNote({ scope }: { scope: ReportScope }) {
  const { t } = useTranslation()
  const fields = useScopeChoices()
  const nameOf = useNameOf()
  if (!isNarrowed(scope)) return null
  const names = fields.flatMap((field) => {
    const chosen = valuesOf(scope[field.id])
    return chosen.length > 0 ? nameOf(field, chosen) : []
  })
  return <> {t('lead:filter.narrowed', { names: names.join(', ') })}</>
}
