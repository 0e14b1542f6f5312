import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/api/errors'
import { useErrorText } from '~/components/error-text'
import type { Outcome } from './outcome'
import styles from './OutcomeList.module.css'

/** Each ticket with what happened to it, or would, and why not. */
export function OutcomeList({ outcome: { items } }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const done = items.filter((item) => item.ok).length
  return (
    <section className="stack-s">
      <p role="status">
        {t('desk:outcome.done', { count: done })} · {t('desk:outcome.refused', { count: items.length - done })}
      </p>
      <ul className={`plain ${styles.list}`}>
        {items.map((item) => (
          <li key={item.id} data-ok={item.ok || undefined}>
            {item.ok ? <Check size={15} aria-hidden /> : <X size={15} aria-hidden />}
            <span className="ref">{item.reference}</span>
            <span className={styles.title}>
              <span className="clip">{item.title}</span>
              {!item.ok && <strong>{errorText(new ApiError(item.problem?.status ?? 409, { ...item.problem }))}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
