import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { AuditValue } from './AuditValue'
import { differences } from './differences'
import styles from './audit.module.css'
import { useMemberWords } from './words'

interface Props {
  /** The kind of record. */
  entity: string
  before: unknown
  after: unknown
  records: Schemas['AuditEntryResponse']['records']
}

/** What was changed, member by member. */
export function AuditDifference({ entity, before, after, records }: Props) {
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
                <AuditValue entity={entity} member={line.member} value={line.before} records={records} />
              </td>
            )}
            {after !== null && (
              <td>
                <AuditValue entity={entity} member={line.member} value={line.after} records={records} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
