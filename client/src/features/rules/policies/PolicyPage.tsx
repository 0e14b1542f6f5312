import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { toast } from '~/components/toast'
import { recordQuery } from '~/data/admin/resource'
import { useFormat } from '~/i18n/format'
import { FormFaults } from '../shared/FormFaults'
import { LeaveGuard } from '../shared/LeaveGuard'
import { Tabs } from '../shared/Tabs'
import { useSteady } from '../shared/use-steady'
import { useRulesSearch } from '../shared/search'
import { DraftPanel } from './DraftPanel'
import { bodyOfPolicy } from './policy-body'
import { policyChecks, policyCodes, valuesOfPolicy, type Policy, type PolicyForm } from './policy-form'
import { NewPolicyPage } from './NewPolicyPage'
import { PolicyFields } from './PolicyFields'
import { PolicyVersions } from './PolicyVersions'
import { Rehearsal } from './Rehearsal'
import { policyTabs } from './tabs'

/** One policy, or a new one. */
export function PolicyPage() {
  const { id } = useParams({ from: '/_app/admin/policies/$id' })
  return id === 'new' ? <NewPolicyPage /> : <KnownPolicy key={id} id={id} />
}

/** What it says, a rehearsal of what it would say, and what it said before. */
function KnownPolicy({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const search = useRulesSearch()
  const tab = policyTabs.find((each) => each === search.tab) ?? 'edit'
  const path = `/service-levels/policies/${id}`
  const { record, dirty, setDirty, saved } = useSteady(useSuspenseQuery(recordQuery<Policy>(path)).data)
  return (
    <div className="stack">
      <PageHeader title={record.name} />
      <p className="dim">
        {t('rules:policy.published', { version: record.publishedVersion, at: format.full(record.publishedAt) })}
        {!record.active && [' · ', t('rules:policy.inactive')].join('')}
      </p>
      <Tabs
        label={t('rules:policy.parts')}
        active={tab}
        tabs={policyTabs.map((each) => [each, t(`rules:policy.tab.${each}`)] as const)}
      />
      {tab !== 'versions' && <DraftPanel policy={record} dirty={dirty} full={tab === 'publish'} onChanged={saved} />}
      <div hidden={tab === 'versions'}>
        <RecordForm<PolicyForm, Policy>
          key={record.version}
          target={{ path, record, valuesOf: valuesOfPolicy, bodyOf: bodyOfPolicy, codes: policyCodes }}
          checks={policyChecks}
          submit={t('rules:policy.save')}
          onDirty={setDirty}
          onSaved={(policy) => {
            saved(policy)
            toast(t(policy.draft ? 'rules:policy.drafted' : 'rules:saved', { name: policy.name }))
          }}
          aside={<p className="meta">{t('rules:policy.saveHelp')}</p>}
        >
          <div hidden={tab !== 'edit'}>
            <div className="stack">
              <PolicyFields />
            </div>
          </div>
          <div hidden={tab !== 'publish'}>
            <Rehearsal policyId={record.id} />
          </div>
          <FormFaults />
        </RecordForm>
      </div>
      {tab === 'versions' && <PolicyVersions policy={record} />}
      <LeaveGuard dirty={dirty} />
    </div>
  )
}
