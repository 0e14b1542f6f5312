import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/format'
import { differences } from './differences'
import styles from './audit.module.css'
import { RecordName } from './RecordName'
import { useMemberWords } from './words'

interface Props {
  before: unknown
  after: unknown
}

/** What was changed, member by member. */
export function AuditDifference({ before, after }: Props) {
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
                <Value member={line.member} value={line.before} />
              </td>
            )}
            {after !== null && (
              <td>
                <Value member={line.member} value={line.after} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const kinds: Record<string, string> = {
  siteId: 'site',
  departmentId: 'department',
  teamId: 'team',
  defaultTeamId: 'team',
  roleId: 'role',
}
const people = ['managerId', 'leadId', 'userId', 'ownerId', 'assigneeId', 'requesterId', 'openedById']
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function Value({ member, value }: { member: string; value: unknown }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (value === null || value === undefined || value === '') return <span className="dim">—</span>
  if (typeof value === 'boolean') return t(value ? 'admin:yes' : 'admin:no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string') return <code className={styles.json}>{JSON.stringify(value, null, 1)}</code>
  const kind = people.includes(member) ? 'user' : kinds[member]
  if (kind) return <RecordName entity={kind} id={value} />
  return instant.test(value) ? format.full(value) : value
}
