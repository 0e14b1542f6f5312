import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { checkAll } from '~/components/admin/checks'
import { ErrorPanel } from '~/components/ErrorPanel'
import { definitionOf } from './policy-body'
import styles from './PolicyPage.module.css'
import { policyChecks, type PolicyForm } from './policy-form'
import { RehearsalResult } from './RehearsalResult'

type Simulation = Schemas['SimulationResponse']

/** Says what would move if what the form says were published for all tickets; changes nothing. */
export function Rehearsal({ policyId }: { policyId?: string }) {
  const { t } = useTranslation()
  const { getValues, trigger } = useFormContext<PolicyForm>()
  const [days, setDays] = useState('90')
  const run = useMutation({
    mutationFn: async () => {
      const values = getValues()
      const body = {
        ...(policyId && { policyId }),
        definition: definitionOf(values),
        order: values.order,
        days: Number(days),
      }
      return { values, answer: await request<Simulation>('POST', '/service-levels/simulations', { body }) }
    },
  })
  const start = () => {
    // What cannot be read is said beside its field, and not sent.
    if (Object.keys(checkAll(getValues(), policyChecks).refused).length === 0) run.mutate()
    else void trigger()
  }
  const stale = run.data && JSON.stringify(definitionOf(run.data.values)) !== JSON.stringify(definitionOf(getValues()))
  return (
    <section className="card stack" aria-labelledby="rehearsal">
      <h2 id="rehearsal">{t('rules:rehearsal.title')}</h2>
      <p className="dim">{t('rules:rehearsal.help')}</p>
      <div className="row">
        <NativeSelect
          aria-label={t('rules:rehearsal.span')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={[30, 90, 180, 365].map((count) => ({
            value: String(count),
            label: t('rules:rehearsal.days', { count }),
          }))}
        />
        <Button variant="default" onClick={start} disabled={run.isPending}>
          {t('rules:rehearsal.run')}
        </Button>
      </div>
      <div role="status" className="stack">
        {run.isPending && (
          <>
            <p>{t('rules:rehearsal.running', { count: Number(days) })}</p>
            <progress className={styles.progress} aria-label={t('rules:rehearsal.title')} />
          </>
        )}
        {run.data && !run.isPending && (
          <>
            {stale && <p className="dim">{t('rules:rehearsal.stale')}</p>}
            <RehearsalResult answer={run.data.answer} form={run.data.values} />
          </>
        )}
      </div>
      {run.error && <ErrorPanel error={run.error} />}
    </section>
  )
}
