import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'
import { parseServiceTime, serviceTime } from '../shared/service-time'
import { ActionEditor } from './ActionEditor'
import styles from './PolicyPage.module.css'
import { freshAction, targetNames, type AlarmForm, type TargetName } from './policy-form'

interface Props {
  number: number
  alarm: AlarmForm
  teams: readonly (readonly [id: string, name: string])[]
  onChange: (alarm: AlarmForm) => void
  onRemove: () => void
}

const wholeDay = 86_400

/** One alarm: of which clock, at which moment, and what happens. */
export function AlarmEditor({ number, alarm, teams, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const { before, actions } = alarm
  const unclear = before !== null && Number.isNaN(before)
  return (
    <fieldset className={styles.alarm}>
      <legend>{t('rules:alarm.number', { number })}</legend>
      <div className={styles.moment}>
        <NativeSelect
          label={t('rules:alarm.target')}
          value={alarm.target}
          data={targetNames.map((each) => ({ value: each, label: t(`target.${each}`) }))}
          onChange={(event) => onChange({ ...alarm, target: event.currentTarget.value as TargetName })}
        />
        <NativeSelect
          label={t('rules:alarm.moment')}
          value={alarm.when}
          data={(['share', 'before'] as const).map((each) => ({ value: each, label: t(`rules:alarm.when.${each}`) }))}
          onChange={(event) => onChange({ ...alarm, when: event.currentTarget.value as AlarmForm['when'] })}
        />
        {alarm.when === 'share' ? (
          <TextInput
            type="number"
            min={1}
            max={1000}
            step="any"
            label={t('rules:alarm.percent')}
            value={alarm.percent ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              onChange({ ...alarm, percent: value === '' ? null : Number(value) })
            }}
          />
        ) : (
          <TextInput
            label={t('rules:alarm.lead')}
            placeholder={serviceTime(1800, language)}
            value={typed ?? (before === null || unclear ? '' : serviceTime(before, language))}
            error={unclear ? t('rules:time.unclear') : undefined}
            onChange={(event) => {
              const text = event.currentTarget.value
              setTyped(text)
              onChange({
                ...alarm,
                before: text.trim() === '' ? null : (parseServiceTime(text, wholeDay) ?? Number.NaN),
              })
            }}
            onBlur={() => !unclear && setTyped(null)}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('rules:alarm.removeOf', { number })}
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        >
          {t('rules:alarm.remove')}
        </Button>
      </div>
      <ul className="plain stack-s">
        {actions.map((action, at) => (
          <li key={at}>
            <ActionEditor
              name={t('rules:alarm.action', { number: at + 1, alarm: number })}
              action={action}
              teams={teams}
              onChange={(next) =>
                onChange({ ...alarm, actions: actions.map((old, index) => (index === at ? next : old)) })
              }
              onRemove={
                actions.length > 1
                  ? () => onChange({ ...alarm, actions: actions.filter((_, index) => index !== at) })
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden />}
          aria-label={t('rules:alarm.addActionTo', { number })}
          onClick={() =>
            onChange({
              ...alarm,
              actions: [...actions, freshAction],
            })
          }
        >
          {t('rules:alarm.addAction')}
        </Button>
      </div>
    </fieldset>
  )
}
