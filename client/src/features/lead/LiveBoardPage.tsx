import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'

/** How much work there is now, and what of it is late or soon will be. */
export function LiveBoardPage() {
  const { t } = useTranslation()
  return <PageHeader title={t('lead:board.title')} />
}
