import '@mantine/core/styles/Tabs.css'
import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { MyTickets } from './MyTickets'

export function RequestsPage() {
  const { t } = useTranslation()
  const { show = 'open' } = useSearch({ from: '/_app/help/requests/' })
  const navigate = useNavigate({ from: '/help/requests/' })
  return (
    <div className="page narrow stack">
      <PageHeader title={t('areas.requests')} />
      <Tabs
        value={show}
        onChange={(value) => void navigate({ search: value === 'done' || value === 'followed' ? { show: value } : {} })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="open">{t('portal:tabs.open')}</Tabs.Tab>
          <Tabs.Tab value="done">{t('portal:tabs.done')}</Tabs.Tab>
          <Tabs.Tab value="followed">{t('portal:tabs.followed')}</Tabs.Tab>
        </Tabs.List>
        {(['open', 'done', 'followed'] as const).map((which) => (
          <Tabs.Panel key={which} value={which}>
            <Suspense fallback={<SkeletonLines count={6} />}>
              <MyTickets which={which} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}
