import { useTranslation } from 'react-i18next'
import { useFilterWords } from '~/components/filter/use-filter-words'
import styles from './NarrowedTo.module.css'

interface Props {
  filter: string
  q: string | undefined
  interpretedAs: string | null | undefined
}

/** What the list holds, and so what the figure counted that led here. */
export default function NarrowedTo({ filter, q, interpretedAs }: Props) {
  const { t } = useTranslation()
  const conditions = useFilterWords(filter, interpretedAs)
  const all = q ? [...conditions, t('filter:words', { words: q })] : conditions
  return (
    <ul className={`plain ${styles.chips}`} aria-label={t('filter:narrowed')}>
      {(all.length > 0 ? all : [t('filter:incidents')]).map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
