import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import { Difference } from './Difference'
import { valuesOfDefinition, type Policy } from './policy-form'
import { usePolicyWords } from './words'

type Version = Schemas['PolicyVersionResponse']

/** What the policy said at each time, and what each version changed. */
export function PolicyVersions({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { lines } = usePolicyWords()
  const path = `/service-levels/policies/${policy.id}/versions`
  const versions = useSuspenseQuery({
    queryKey: ['admin', path, policy.version],
    queryFn: () => request<Page<Version>>('GET', path, { query: { limit: 100 } }),
  }).data.items
  return (
    <ul className="plain stack">
      {versions.map((version, at) => {
        const before = versions[at + 1]
        return (
          <li key={version.number} className="card stack">
            <div>
              <strong>{t('rules:versions.number', { version: version.number })}</strong>{' '}
              <span className="dim">
                {version.publishedAt
                  ? t('rules:versions.publishedBy', {
                      at: format.full(version.publishedAt),
                      name: version.publishedBy?.name ?? '—',
                    })
                  : t('rules:policy.draftBy', { name: version.draftedBy.name, at: format.full(version.draftedAt) })}
                {version.reach && [' · ', t(`rules:reach.${version.reach}`)].join('')}
              </span>
            </div>
            {before && <Difference before={valuesOfDefinition(before)} after={valuesOfDefinition(version)} />}
            <details open={!before}>
              <summary>{t('rules:versions.whole')}</summary>
              <table className="table">
                <tbody>
                  {lines(valuesOfDefinition(version)).map((line) => (
                    <tr key={line.id}>
                      <th scope="row">{line.label}</th>
                      <td>{line.text}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
