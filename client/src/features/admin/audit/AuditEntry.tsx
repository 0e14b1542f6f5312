import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './audit.module.css'
import { AuditDifference } from './AuditDifference'
import { RecordName } from './RecordName'
import { useEntityWords } from './words'

const actions = ['added', 'changed', 'removed'] as const

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
        {t(`admin:audit.action.${action}`, { entity: words(entry.entity) })}{' '}
        <RecordName id={entry.entityId} records={entry.records} plain />
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
