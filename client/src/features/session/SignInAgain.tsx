import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { sessionQuery, useSession } from '~/data/session'
import { SignInForm } from './SignInForm'

/** Over the page, which keeps everything that was typed: what was refused is sent once the person is back. */
export default function SignInAgain() {
  const { t } = useTranslation()
  const session = useSession()
  const queryClient = useQueryClient()
  return (
    <Dialog title={t('signIn.againTitle')} onClose={() => {}} size="sm" insistent>
      <div className="stack">
        <p>{t('signIn.againText')}</p>
        <SignInForm
          same={session?.user.userName}
          onSignedIn={(renewed) => queryClient.setQueryData(sessionQuery.queryKey, renewed)}
        />
        {/* What was typed belongs to one person: somebody else begins with a page of their own. */}
        <Button variant="subtle" onClick={() => location.assign('/sign-in')}>
          {t('signIn.somebodyElse')}
        </Button>
      </div>
    </Dialog>
  )
}
