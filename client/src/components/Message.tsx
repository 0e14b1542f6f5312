import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from './Markdown'
import styles from './Message.module.css'
import { TimeAgo } from './TimeAgo'

interface Props {
  author: string
  at: string
  body: string
  side: 'mine' | 'theirs' | 'note'
  edited?: boolean
  redacted?: boolean
  children?: ReactNode
}

/** What somebody said; a note among those who work on the ticket looks different from what the requester reads. */
export function Message({ author, at, body, side, edited, redacted, children }: Props) {
  const { t } = useTranslation()
  return (
    <article className={styles.message} data-side={side}>
      <header className={styles.head}>
        <strong>{author}</strong>
        {side === 'note' && <span className={styles.tag}>{t('internalNote')}</span>}
        <span className="meta">
          <TimeAgo at={at} />
          {edited && ` · ${t('edited')}`}
        </span>
      </header>
      {redacted ? <p className="dim">{t('redacted')}</p> : <Markdown text={body} />}
      {children}
    </article>
  )
}
