import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import { NumberField } from '~/components/admin/fields/NumberField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { SkeletonLines } from '~/components/SkeletonLines'
import { useBuiltInNames } from '~/components/built-in-names'
import { ordinaryDay, readWeek } from '../calendars/week'
import { ServiceTimeField } from '../shared/ServiceTimeField'
import { AlarmsField } from './AlarmsField'
import { ConditionFields } from './ConditionFields'
import styles from './PolicyPage.module.css'
import { pauseReasons, targetNames, type PolicyForm } from './policy-form'
import { useNames } from './use-names'

/** Everything a policy says: for which tickets, what is promised, when its clocks rest, and who hears of it. */
export function PolicyFields() {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const names = useNames()
  const calendarId = useWatch<PolicyForm, 'calendarId'>({ name: 'calendarId' })
  const calendar = names.calendars.find((each) => each.id === calendarId)
  const day = calendar ? ordinaryDay(readWeek(calendar.weekly)) : 0
  if (!names.ready) return <SkeletonLines count={8} />
  return (
    <>
      <section className="card stack">
        <h2>{t('rules:policy.identity')}</h2>
        <p className="meta">{t('rules:policy.identityHelp')}</p>
        <div className={styles.two}>
          <TextField name="name" label={t('rules:field.name')} required maxLength={120} />
          <NumberField
            name="order"
            label={t('rules:policy.order')}
            help={t('rules:policy.orderHelp')}
            required
            step={1}
          />
        </div>
      </section>
      <section className="card stack">
        <h2>{t('rules:when.title')}</h2>
        <p className="meta">{t('rules:when.help')}</p>
        <ConditionFields names={names} />
      </section>
      <section className="card stack">
        <h2>{t('rules:policy.promise')}</h2>
        <div className={styles.two}>
          <SelectField
            name="calendarId"
            label={t('rules:field.calendar')}
            required
            none={calendarId ? undefined : '—'}
            options={names.calendars.map((each) => [each.id, named(each.name)] as const)}
          />
          <SelectField
            name="firstResponseBy"
            label={t('rules:policy.firstResponseBy')}
            options={(['message', 'takeover'] as const).map((each) => [each, t(`rules:firstBy.${each}`)] as const)}
          />
        </div>
        <p className="meta">{t('rules:time.help')}</p>
        <div className={styles.three}>
          {targetNames.map((target) => (
            <ServiceTimeField
              key={target}
              name={target}
              label={t(`target.${target}`)}
              none={t('rules:policy.notPromised')}
              day={day}
              calendar={calendar && named(calendar.name)}
            />
          ))}
        </div>
        <CheckListField
          name="pauseOn"
          label={t('rules:policy.pauseOn')}
          help={t('rules:policy.pauseHelp')}
          options={pauseReasons.map((reason) => [reason, t(`rules:pause.${reason}`)] as const)}
        />
      </section>
      <section className="card stack">
        <h2>{t('rules:alarm.title')}</h2>
        <AlarmsField teams={names.teams} />
      </section>
    </>
  )
}
