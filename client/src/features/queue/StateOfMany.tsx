import { useTranslation } from 'react-i18next'
import type { Act } from '~/components/acts/ActDialog'
import type { TicketRow } from '~/data/tickets'
import styles from './RowEditor.module.css'
import type { Acts } from './use-acts'

/** What the server does to many; where one of them cannot go is told after it, as for every act on many. */
const verbs = ['start', 'hold', 'resume', 'resolve', 'close', 'cancel'] as const
const asking: readonly string[] = ['hold', 'resolve', 'cancel']

interface Props {
  rows: readonly TicketRow[]
  acts: Acts
  onClose: () => void
}

/** Where all ticked tickets are sent. */
export function StateOfMany({ rows, acts, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.wait}>{t('desk:selected', { count: rows.length })}</p>
      {verbs.map((verb, index) => (
        <button
          key={verb}
          type="button"
          className={styles.choice}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={index === 0}
          onClick={() => {
            onClose()
            if (asking.includes(verb)) acts.ask(verb as Act, rows)
            else acts.run(verb, {}, rows)
          }}
        >
          {t(`desk:key.${verb}`)}
        </button>
      ))}
    </>
  )
}
