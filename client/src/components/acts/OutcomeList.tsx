import { Check, Minus, X } from 'lucide-react'
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
  const left = items.filter((item) => item.left).length
  return (
    <section className="stack-s">
      <p role="status">
        {t('desk:outcome.done', { count: done })} · {t('desk:outcome.refused', { count: items.length - done - left })}
        {left > 0 && ` · ${t('desk:outcome.left', { count: left })}`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keys too: nothing in it takes the focus */}
      <div className={styles.list} role="region" aria-label={t('desk:outcome.each')} tabIndex={0}>
        <ul className="plain">
          {items.map((item) => (
            <li key={item.id} data-ok={item.ok || undefined}>
              {item.ok ? (
                <Check size={15} aria-hidden />
              ) : item.left ? (
                <Minus size={15} aria-hidden />
              ) : (
                <X size={15} aria-hidden />
              )}
              <span className="ref">{item.reference}</span>
              <span className={styles.title}>
                <span className="clip">{item.title}</span>
                {item.left && <span className="dim">{t('desk:outcome.noTurn')}</span>}
                {!item.ok && !item.left && (
                  <strong>{errorText(new ApiError(item.problem?.status ?? 409, { ...item.problem }))}</strong>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
