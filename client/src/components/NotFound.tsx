import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CopyButton } from './CopyButton'
import { PageHeader } from './PageHeader'

interface Props {
  /** What was thrown with it: the trace id, when it was the server that knew of nothing. */
  data?: unknown
}

/** An address behind which there is nothing, or nothing for this reader; the desk finds the question by its trace id. */
export function NotFound({ data }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { traceId } = (data ?? {}) as { traceId?: string }
  return (
    <div className="page narrow stack">
      <PageHeader title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      {traceId && (
        <p className="row meta">
          {t('error.trace')} <code>{traceId}</code>
          <CopyButton value={traceId} label={t('error.copyTrace')} />
        </p>
      )}
      <div>
        <Button onClick={() => void navigate({ to: '/' })}>{t('error.home')}</Button>
      </div>
    </div>
  )
}
