import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ErrorPanel } from './ErrorPanel'
import { NotFound } from './NotFound'
import { PageHeader } from './PageHeader'
import { ApiError } from '~/api/errors'
import { useTranslation } from 'react-i18next'

/** What a page shows when it cannot be shown: why, the trace id to report, and a way on. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  useEffect(() => {
    reset()
  }, [reset])
  if (error instanceof ApiError && error.status === 404) return <NotFound data={error} />
  return (
    <div className="page narrow stack">
      <PageHeader title={t('error.page')} />
      <ErrorPanel error={error instanceof Error ? error : new Error(String(error))} />
      <div className="row">
        <Button onClick={() => void router.invalidate()}>{t('error.again')}</Button>
        <Button variant="default" onClick={() => void router.navigate({ to: '/' })}>
          {t('error.home')}
        </Button>
      </div>
    </div>
  )
}
