import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'

const outcomes = ['created', 'updated', 'unchanged', 'rejected'] as const

/** What became of a file, or would: the sums, and each row that is not as it was. */
export function UserImportResult({ outcome }: { outcome: Schemas['UserImport'] }) {
  const { t } = useTranslation()
  const rows = outcome.rows.filter((row) => row.outcome !== 'unchanged')
  return (
    <section className="card stack">
      <h2>{t(outcome.dryRun ? 'admin:userImport.would' : 'admin:userImport.done')}</h2>
      <ul className="plain row">
        {outcomes.map((each) => (
          <li key={each}>
            <strong>{outcome[each]}</strong> {t(`admin:userImport.outcome.${each}`)}
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <table className="table" aria-label={t('admin:userImport.rows')}>
          <thead>
            <tr>
              <th scope="col">{t('admin:field.row')}</th>
              <th scope="col">{t('admin:field.userName')}</th>
              <th scope="col">{t('admin:field.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 200).map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td>{row.userName ?? '—'}</td>
                <td>
                  {t(`admin:userImport.outcome.${row.outcome}`)}
                  {row.code && ` — ${t(`admin:userImport.why.${row.code}`, { value: row.value })}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 200 && <p className="meta">{t('admin:userImport.more', { count: rows.length - 200 })}</p>}
    </section>
  )
}
