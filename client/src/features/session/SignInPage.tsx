import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OutsidePage } from '~/components/OutsidePage'
import { sessionQuery } from '~/data/session'
import { setupQuery } from '~/data/setup'
import { DemoAccounts } from './DemoAccounts'
import { SignInForm } from './SignInForm'

export function SignInPage() {
  const { t } = useTranslation()
  const { next } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const setup = useQuery(setupQuery).data
  return (
    <OutsidePage title={t('signIn.title')}>
      <SignInForm
        onSignedIn={(session) => {
          queryClient.setQueryData(sessionQuery.queryKey, session)
          // Only a path of our own, never an address somebody put into a link.
          router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/')
        }}
      />
      {setup?.demo && <DemoAccounts />}
    </OutsidePage>
  )
}
