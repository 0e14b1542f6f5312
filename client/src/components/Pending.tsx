import { useTranslation } from 'react-i18next'
import { SkeletonLines } from './SkeletonLines'

export function Pending() {
  const { t } = useTranslation()
  return (
    <div className="page stack" role="status" aria-label={t('loading')}>
      <SkeletonLines count={6} />
    </div>
  )
}
