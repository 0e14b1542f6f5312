import { ActionIcon, NativeSelect, TextInput, type NativeSelectProps } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PersonBox } from '~/components/PersonBox'
import styles from './PolicyPage.module.css'
import { actionKinds, recipients, type ActionForm, type ActionKind, type Recipient } from './policy-form'

interface Props {
  name: string
  action: ActionForm
  teams: readonly (readonly [id: string, name: string])[]
  onChange: (action: ActionForm) => void
  onRemove?: () => void
}

type TeamProps = Pick<Props, 'action' | 'teams' | 'onChange'> & Pick<NativeSelectProps, 'label' | 'aria-label'>

function TeamSelect({ action, teams, onChange, ...rest }: TeamProps) {
  return (
    <NativeSelect
      {...rest}
      value={action.teamId}
      data={[{ value: '', label: '—' }, ...teams.map(([id, text]) => ({ value: id, label: text }))]}
      onChange={(event) => onChange({ ...action, teamId: event.currentTarget.value })}
    />
  )
}

/** One thing an alarm does, with what that needs. */
export function ActionEditor({ name, action, teams, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const toggle = (whom: Recipient, on: boolean) =>
    onChange({ ...action, whom: recipients.filter((each) => (each === whom ? on : action.whom.includes(each))) })
  return (
    <div className={styles.action}>
      <NativeSelect
        aria-label={name}
        value={action.type}
        data={actionKinds.map((each) => ({ value: each, label: t(`rules:alarm.kind.${each}`) }))}
        onChange={(event) => onChange({ ...action, type: event.currentTarget.value as ActionKind })}
      />
      {action.type === 'notify' && (
        <fieldset className={styles.whom}>
          <legend className="visually-hidden">{t('rules:alarm.whom', { name })}</legend>
          {recipients.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={action.whom.includes(each)}
                onChange={(event) => toggle(each, event.currentTarget.checked)}
              />
              {t(`rules:alarm.recipient.${each}`)}
            </label>
          ))}
          <label>
            <input
              type="checkbox"
              checked={action.onlyInWorkingHours}
              onChange={(event) => onChange({ ...action, onlyInWorkingHours: event.currentTarget.checked })}
            />
            {t('rules:alarm.onlyInWorkingHours')}
          </label>
        </fieldset>
      )}
      {action.type === 'escalate' && (
        <TextInput
          aria-label={t('rules:alarm.chain', { name })}
          placeholder={t('rules:alarm.chainHint')}
          maxLength={100}
          value={action.chain}
          onChange={(event) => onChange({ ...action, chain: event.currentTarget.value })}
        />
      )}
      {(action.type === 'notify' || action.type === 'escalate') && (
        <fieldset className={styles.named}>
          <legend className="visually-hidden">{t('rules:alarm.named', { name })}</legend>
          <PersonBox
            label={t('rules:alarm.person')}
            value={action.person}
            onChange={(person) => onChange({ ...action, person })}
          />
          <TeamSelect label={t('rules:alarm.everybodyOf')} {...{ action, teams, onChange }} />
        </fieldset>
      )}
      {action.type === 'assignTeam' && (
        <TeamSelect aria-label={t('rules:alarm.team', { name })} {...{ action, teams, onChange }} />
      )}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('rules:alarm.removeAction', { name })}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
