import { useTranslation } from 'react-i18next'
import { useFilterWords } from '~/components/filter/use-filter-words'

interface Props {
  filter: string
  interpretedAs: string | null | undefined
  onDrop: () => void
}

/** What the list holds because a figure was followed to it, and the way back to all. */
export default function FilterChip({ filter, interpretedAs, onDrop }: Props) {
  const { t } = useTranslation()
  const words = useFilterWords(filter, interpretedAs).join(' · ') || t('filter:incidents')
  return (
    <button type="button" onClick={onDrop} title={t('filter:drop')}>
      {t('filter:label', { words })}
      <span className="visually-hidden"> – {t('filter:drop')}</span> <span aria-hidden>×</span>
    </button>
  )
}
