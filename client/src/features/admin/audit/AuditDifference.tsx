import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import { differences } from './differences'
import styles from './audit.module.css'
import { RecordName } from './RecordName'
import { useMemberWords } from './words'

interface Props {
  before: unknown
  after: unknown
  records: Schemas['AuditEntryResponse']['records']
}

/** What was changed, member by member. */
export function AuditDifference({ before, after, records }: Props) {
  const { t } = useTranslation()
  const words = useMemberWords()
  return (
    <table className={`table ${styles.difference}`}>
      <thead>
        <tr>
          <th scope="col">{t('admin:audit.member')}</th>
          {before !== null && <th scope="col">{t('admin:audit.before')}</th>}
          {after !== null && <th scope="col">{t('admin:audit.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {differences(before, after).map((line) => (
          <tr key={line.member}>
            <th scope="row">{words(line.member)}</th>
            {before !== null && (
              <td>
                <Value value={line.before} records={records} />
              </td>
            )}
            {after !== null && (
              <td>
                <Value value={line.after} records={records} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function Value({ value, records }: Pick<Props, 'records'> & { value: unknown }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (value === null || value === undefined || value === '') return <span className="dim">—</span>
  if (typeof value === 'boolean') return t(value ? 'admin:yes' : 'admin:no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string') return <code className={styles.json}>{JSON.stringify(value, null, 1)}</code>
  if (uuid.test(value)) return <RecordName id={value} records={records} />
  return instant.test(value) ? format.full(value) : value
}
