import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'

/** Where the administration begins. */
export function AdminHome() {
  const { t } = useTranslation()
  return <PageHeader title={t('admin:title')} />
}
