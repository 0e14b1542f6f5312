import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'

/** Asks before a page is left with something unsaved on it. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog title={t('rules:leave.title')} onClose={blocker.reset} size="sm">
      <div className="stack">
        <p>{t('rules:leave.text')}</p>
        <div className="row-end">
          <Button variant="default" onClick={blocker.proceed}>
            {t('rules:leave.go')}
          </Button>
          <Button onClick={blocker.reset} data-autofocus>
            {t('rules:leave.stay')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
