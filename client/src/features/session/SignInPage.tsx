import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LanguageLinks } from '~/components/LanguageLinks'
import { PageHeader } from '~/components/PageHeader'
import { sessionQuery } from '~/data/session'
import { SignInForm } from './SignInForm'
import styles from './SignInPage.module.css'

export function SignInPage() {
  const { t } = useTranslation()
  const { next } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  return (
    <div className={styles.screen}>
      <main className={styles.card}>
        <div className="row">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <PageHeader title={t('signIn.title')} />
        </div>
        <SignInForm
          onSignedIn={(session) => {
            queryClient.setQueryData(sessionQuery.queryKey, session)
            // Only a path of our own, never an address somebody put into a link.
            router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/')
          }}
        />
        <LanguageLinks />
      </main>
    </div>
  )
}
