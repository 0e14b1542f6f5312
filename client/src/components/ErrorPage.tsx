import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, isUnreachable } from '~/api/errors'
import { useServerBack } from '~/lib/use-server-back'
import { isMissingFile } from './error-text'
import { ErrorPanel } from './ErrorPanel'
import { NotFound } from './NotFound'
import { PageHeader } from './PageHeader'

/** What a page shows when it cannot be shown: why, the trace id to report, and a way on; what only waits for the server comes by itself. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  useEffect(() => {
    reset()
  }, [reset])
  const noFile = isMissingFile(error)
  const away = isUnreachable(error)
  const again = useCallback(() => {
    // Browsers remember that a part of the program did not come, until the page is loaded anew.
    if (noFile) location.reload()
    else void router.invalidate()
  }, [noFile, router])
  useServerBack(noFile || away, away, again)
  if (error instanceof ApiError && error.status === 404) return <NotFound data={error} />
  return (
    <div className="page narrow stack">
      <PageHeader title={t(noFile || away ? 'offline.page' : 'error.page')} />
      {noFile || away ? (
        <p role="alert">{t('offline.text')}</p>
      ) : (
        <ErrorPanel error={error instanceof Error ? error : new Error(String(error))} />
      )}
      <div className="row">
        <Button onClick={() => void router.invalidate()}>{t('error.again')}</Button>
        <Button variant="default" onClick={() => void router.navigate({ to: '/' })}>
          {t('error.home')}
        </Button>
      </div>
    </div>
  )
}
