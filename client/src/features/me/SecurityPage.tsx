import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { PasswordForm } from './PasswordForm'
import { SessionList } from './SessionList'
import { TwoFactor } from './TwoFactor'

/** What protects my account: password, second factor, and where I am signed in. */
export function SecurityPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('me:security.title')} />
      <PasswordForm />
      <TwoFactor />
      <SessionList />
    </>
  )
}
