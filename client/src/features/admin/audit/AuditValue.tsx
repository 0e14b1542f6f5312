import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './audit.module.css'
import { RecordName } from './RecordName'
import { lengthOf, secondsOf, spanOf } from './shapes'
import { useMemberWords, useValueWords } from './words'

interface Props {
  entity: string
  member: string
  value: unknown
  /** What the ids of the entry stand for. */
  records: Schemas['AuditEntryResponse']['records']
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const day = /^\d{4}-\d\d-\d\d$/

/** A value of the trail as people write it, whatever its shape. */
export function AuditValue(props: Props) {
  const { value } = props
  const { t } = useTranslation()
  const format = useFormat()
  if (isEmpty(value)) return <span className="dim">—</span>
  if (typeof value === 'boolean') return t(value ? 'admin:yes' : 'admin:no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value === 'string') return <Words {...props} value={value} />
  const length = lengthOf(value)
  if (length !== undefined) return <span className="dim">{t('audit:characters', { count: length })}</span>
  return Array.isArray(value) ? <Several {...props} value={value} /> : <Parts {...props} value={value as object} />
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

function Words({ entity, member, value, records }: Props & { value: string }) {
  const format = useFormat()
  const words = useValueWords()
  if (uuid.test(value)) return <RecordName id={value} records={records} />
  if (instant.test(value)) return format.full(value)
  if (day.test(value)) return format.calendarDate(value)
  const seconds = secondsOf(value)
  return seconds === undefined ? words(entity, member, value) : format.duration(seconds)
}

function Several(props: Props & { value: unknown[] }) {
  const { entity, member, value } = props
  const format = useFormat()
  const words = useValueWords()
  const spans = value.map(spanOf).filter((span) => span !== undefined)
  if (spans.length === value.length) return format.list(spans)
  if (value.every((each) => typeof each === 'string' && !uuid.test(each)))
    return format.list((value as string[]).map((each) => words(entity, member, each)))
  return (
    <ul className={styles.parts}>
      {value.map((each, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and its parts have no name
        <li key={at}>
          <AuditValue {...props} value={each} />
        </li>
      ))}
    </ul>
  )
}

function Parts({ value, ...props }: Props & { value: object }) {
  const { t } = useTranslation()
  const words = useMemberWords()
  // The organisation named these, not the program.
  const own = props.member === 'customFields'
  return (
    <ul className={styles.parts}>
      {Object.entries(value).map(([name, part]) => (
        <li key={name}>
          {t('audit:part', { name: own ? name : languageOr(name) })}{' '}
          <AuditValue {...props} member={name} value={part} />
        </li>
      ))}
    </ul>
  )

  function languageOr(name: string) {
    return name === 'en' || name === 'fr' ? t(`languages.${name}`) : words(name)
  }
}
