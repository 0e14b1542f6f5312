import { useTranslation } from 'react-i18next'
import type { PolicyForm } from './policy-form'
import styles from './PolicyPage.module.css'
import { difference, usePolicyWords } from './words'

type Said = Omit<PolicyForm, 'name' | 'order'>

/** What a version says otherwise than another, in words. */
export function Difference({ before, after }: { before: Said; after: Said }) {
  const { t } = useTranslation()
  const { lines } = usePolicyWords()
  const changes = difference(lines(before), lines(after))
  if (changes.length === 0) return <p className="dim">{t('rules:policy.same')}</p>
  return (
    <table className="table" aria-label={t('rules:policy.difference')}>
      <thead>
        <tr>
          <th scope="col">{t('rules:policy.about')}</th>
          <th scope="col">{t('rules:policy.now')}</th>
          <th scope="col">{t('rules:policy.then')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.label}</th>
            <td>
              <del className={styles.was}>{line.was}</del>
            </td>
            <td>
              <ins className={styles.is}>{line.text}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
