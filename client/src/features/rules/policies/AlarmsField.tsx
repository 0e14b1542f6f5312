import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'
import { AlarmEditor } from './AlarmEditor'
import styles from './PolicyPage.module.css'
import { freshAction, type AlarmForm } from './policy-form'
import { usePolicyWords } from './words'

interface Props {
  teams: readonly (readonly [id: string, name: string])[]
}

const fresh: AlarmForm = {
  target: 'resolution',
  when: 'share',
  percent: 75,
  before: null,
  actions: [{ ...freshAction, type: 'notify', whom: ['owner'] }],
}

/** Who hears of a deadline, when, and what is done about it. */
export function AlarmsField({ teams }: Props) {
  const { t } = useTranslation()
  const { alarm } = usePolicyWords()
  const show = (value: unknown) => (value as AlarmForm[]).map(alarm).join(' · ') || t('rules:alarm.usual')
  const field = useField<AlarmForm[]>('alarms', t('rules:alarm.title'), show)
  const alarms = field.value
  return (
    <div className="stack">
      {alarms.length === 0 && <p className="dim">{t('rules:alarm.usual')}</p>}
      {alarms.length > 0 && (
        <ol className={styles.alarms}>
          {alarms.map((each, at) => (
            <li key={at}>
              <AlarmEditor
                number={at + 1}
                alarm={each}
                teams={teams}
                onChange={(next) => field.set(alarms.map((old, index) => (index === at ? next : old)))}
                onRemove={() => field.set(alarms.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ol>
      )}
      {field.error && (
        <p className={styles.error} role="alert">
          {field.error}
        </p>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => field.set([...alarms, structuredClone(fresh)])}
        >
          {t('rules:alarm.add')}
        </Button>
      </div>
    </div>
  )
}
