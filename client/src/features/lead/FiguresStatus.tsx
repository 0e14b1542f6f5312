import { useTranslation } from 'react-i18next'

/** Tells whoever does not see it that the figures asked for have come. */
export function FiguresStatus({ ready }: { ready: boolean }) {
  const { t } = useTranslation()
  return (
    <p role="status" className="visually-hidden">
      {ready && t('lead:filter.ready')}
    </p>
  )
}
