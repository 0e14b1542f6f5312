import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { filled } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { useSwitch } from '~/components/admin/use-switch'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { toast } from '~/components/toast'
import { recordQuery } from '~/data/admin/resource'
import { GrantList } from '../roles/GrantList'
import { TokenList } from './TokenList'

type Account = Schemas['ServiceAccountResponse']

/** One machine: what it may, and the tokens it signs its calls with. */
export function ServiceAccountPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/_app/admin/service-accounts/$id' })
  const { data: account, error } = useQuery(recordQuery<Account>(`/service-accounts/${id}`))
  const [renaming, setRenaming] = useState(false)
  const { toggle, dialog } = useSwitch<Account>('/service-accounts', {
    title: (each) => t('admin:machines.retire', { name: each.name }),
    text: () => t('admin:machines.retireText'),
  })
  if (!account)
    return (
      <div className="stack">
        <PageHeader title={t('admin:machines.title')} />
        {error ? <ErrorPanel error={error} /> : <SkeletonLines count={8} />}
      </div>
    )
  const turn = toggle(account)
  return (
    <div className="stack">
      <PageHeader title={account.name}>
        <div className="row">
          <Button variant="default" onClick={() => setRenaming(true)}>
            {t('admin:machines.rename')}
          </Button>
          <Button variant="default" onClick={turn.run}>
            {turn.label}
          </Button>
        </div>
      </PageHeader>
      <div className="row">
        <ActiveMark active={account.active} />
        <code>{account.userName}</code>
      </div>
      <TokenList account={account} />
      <GrantList userId={account.id} grants={account.roles} />
      {renaming && (
        <FormDialog<{ name: string }, Account>
          title={t('admin:machines.rename')}
          target={{ path: `/service-accounts/${id}`, record: account, valuesOf: ({ name }) => ({ name }) }}
          checks={{ name: filled() }}
          onClose={() => setRenaming(false)}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            setRenaming(false)
          }}
        >
          <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
        </FormDialog>
      )}
      {dialog}
    </div>
  )
}
