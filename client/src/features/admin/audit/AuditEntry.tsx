import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './audit.module.css'
import { AuditDifference } from './AuditDifference'
import { nameOf } from './shapes'
import { RecordName } from './RecordName'
import { useEntityWords } from './words'

const actions = ['added', 'changed', 'removed'] as const

/** What an entry is about: a record that has no name by itself is called by those it joins. */
function EntryName({ entry: { entityId, records, before, after } }: { entry: Schemas['AuditEntryResponse'] }) {
  const isKnown = entityId.includes('/') || records.some(({ id }) => id === entityId)
  const own = nameOf(after) ?? nameOf(before)
  if (isKnown || (!own && records.length === 0)) return <RecordName id={entityId} records={records} plain />
  return <strong>{own ?? records.map(({ name }) => name).join(', ')}</strong>
}

/** One change in a line; opened, the values before and after and its place in the chain. */
export function AuditEntry({ entry }: { entry: Schemas['AuditEntryResponse'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useEntityWords()
  const [open, setOpen] = useState(false)
  const action = actions.find((each) => each === entry.action) ?? 'changed'
  return (
    <details className={styles.entry} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`admin:audit.action.${action}`, { entity: words(entry.entity) })} <EntryName entry={entry} />
      </summary>
      {open && (
        <div className={styles.inside}>
          <p>
            <RecordName id={entry.entityId} records={entry.records} />
          </p>
          {entry.withheld ? (
            <p className="dim">{t('admin:audit.withheld')}</p>
          ) : (
            <AuditDifference entity={entry.entity} before={entry.before} after={entry.after} records={entry.records} />
          )}
          <p className="meta">
            {format.full(entry.at)}
            {entry.seal && (
              <>
                {' · '}
                {t('admin:audit.seal', { position: entry.seal.position })} <code>{entry.seal.hash}</code>
              </>
            )}
          </p>
        </div>
      )}
    </details>
  )
}
