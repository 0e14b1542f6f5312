import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from './PageHeader'

/** Where an address leads that asks for a right its reader does not have: said with who could grant it. */
export function Refused() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <div className="page narrow stack">
      <PageHeader title={t('refused.title')} />
      <p>{t('refused.text')}</p>
      <div>
        <Button onClick={() => void navigate({ to: '/' })}>{t('error.home')}</Button>
      </div>
    </div>
  )
}
