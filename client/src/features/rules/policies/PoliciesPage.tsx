import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { PageHeader } from '~/components/PageHeader'
import { useBuiltInNames } from '~/components/built-in-names'
import { listQuery } from '~/data/admin/resource'
import { valuesOfDefinition, type Policy } from './policy-form'
import { usePolicyActs } from './use-policy-acts'
import { usePolicyWords, type PolicyWords } from './words'

const columnsOf = (
  t: TFunction,
  named: (name: string) => string,
  words: PolicyWords,
  policies: readonly Policy[],
): Column<Policy>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: (policy) => (
      <>
        <span className="dim">{policies.indexOf(policy) + 1}. </span>
        <Link to="/admin/policies/$id" params={{ id: policy.id }} search={{}}>
          {policy.name}
        </Link>
        {policy.draft && <span className="meta"> {t('rules:policy.hasDraft')}</span>}
      </>
    ),
  },
  { id: 'when', label: 'rules:policy.forWhom', cell: (policy) => words.forWhom(valuesOfDefinition(policy)) },
  { id: 'promise', label: 'rules:policy.promise', cell: (policy) => words.promised(valuesOfDefinition(policy)) },
  { id: 'calendar', label: 'rules:field.calendar', cell: (policy) => named(policy.calendar.name) },
  {
    id: 'active',
    label: 'rules:field.state',
    phone: 'aside',
    cell: (policy) => <ActiveMark active={policy.active} />,
  },
]

/** The promises in the order in which they are tried: the first whose conditions hold applies. */
export function PoliciesPage() {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const navigate = useNavigate()
  const words = usePolicyWords()
  const query = useInfiniteQuery(listQuery<Policy>('/service-levels/policies', { limit: 200 }))
  const policies = query.data?.pages.flatMap((page) => page.items) ?? []
  const { entries, dialog } = usePolicyActs(policies)

  const add = (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/admin/policies/$id" params={{ id: 'new' }} search={{}} {...props} />}
    >
      {t('rules:policy.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('rules:policies')}>{add}</PageHeader>
      <p className="dim">{t('rules:policy.intro')}</p>
      <ResourceTable
        name={t('rules:policies')}
        query={query}
        columns={columnsOf(t, named, words, policies)}
        keyOf={(policy) => policy.id}
        nameOf={(policy) => policy.name}
        dim={(policy) => !policy.active}
        actions={(policy) => [
          {
            id: 'edit',
            label: t('edit'),
            run: () => void navigate({ to: '/admin/policies/$id', params: { id: policy.id }, search: {} }),
          },
          ...entries(policy),
        ]}
        empty={{ title: t('rules:policy.none'), text: t('rules:policy.intro'), action: add }}
      />
      {dialog}
    </div>
  )
}
