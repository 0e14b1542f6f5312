import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { toast } from '~/components/toast'
import { choicesQuery } from '~/data/admin/resource'
import { FormFaults } from '../shared/FormFaults'
import { LeaveGuard } from '../shared/LeaveGuard'
import { bodyOfPolicy } from './policy-body'
import { policyChecks, policyCodes, type Policy, type PolicyForm } from './policy-form'
import { PolicyFields } from './PolicyFields'
import { Rehearsal } from './Rehearsal'

const empty: PolicyForm = {
  name: '',
  order: 100,
  practice: 'incident',
  priorities: [],
  serviceIds: [],
  categoryIds: [],
  siteIds: [],
  requesterGroupIds: [],
  vip: '',
  calendarId: '',
  firstResponse: 4 * 3600,
  nextResponse: null,
  resolution: 24 * 3600,
  firstResponseBy: 'message',
  pauseOn: ['awaitingRequester'],
  alarms: [],
}

/** A promise to begin with; it goes before those that are there, as it is narrower than they are. */
export function NewPolicyPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [dirty, setDirty] = useState(false)
  const [made, setMade] = useState(false)
  const policies = useQuery(choicesQuery<Policy>('/service-levels/policies')).data?.items
  const first = Math.min(...(policies ?? []).map((policy) => policy.order))
  if (!policies) return null
  return (
    <div className="stack">
      <PageHeader title={t('rules:policy.new')} />
      <RecordForm<PolicyForm, Policy>
        target={{ path: '/service-levels/policies', bodyOf: bodyOfPolicy, codes: policyCodes }}
        checks={policyChecks}
        defaults={{ ...empty, order: Number.isFinite(first) ? first - 10 : empty.order }}
        submit={t('rules:policy.introduce')}
        onDirty={setDirty}
        onSaved={(policy) => {
          setMade(true)
          toast(t('rules:policy.introduced', { name: policy.name }))
          void navigate({ to: '/admin/policies/$id', params: { id: policy.id }, search: {}, ignoreBlocker: true })
        }}
        onCancel={() => void navigate({ to: '/admin/policies' })}
        aside={<p className="meta">{t('rules:policy.introduceHelp')}</p>}
      >
        <PolicyFields />
        <Rehearsal />
        <FormFaults />
      </RecordForm>
      <LeaveGuard dirty={dirty && !made} />
    </div>
  )
}
