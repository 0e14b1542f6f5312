import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import type { Me } from '~/data/me'
import { languages } from '~/i18n'
import { ProfileClash } from './ProfileClash'
import styles from './ProfilePage.module.css'
import { choicesOf, useSaveProfile, type Choices } from './use-save-profile'

const zones = Intl.supportedValuesOf('timeZone')

/** What a person sets themselves. Two windows that change the same are told of each other. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState(() => choicesOf(me))
  const saving = useSaveProfile(choicesOf(me), me.version)
  const set = (name: keyof Choices) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setChoices((known) => ({ ...known, [name]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.save(choices, setChoices)
  }
  const zonesShown = zones.includes(choices.timeZone) ? zones : [choices.timeZone, ...zones]
  return (
    <form onSubmit={submit} className="card stack" aria-labelledby="own">
      <h2 id="own">{t('me:profile.own')}</h2>
      <div className={styles.fields}>
        <TextInput
          label={t('me:profile.phone')}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          value={choices.phone}
          onChange={set('phone')}
        />
        <NativeSelect
          label={t('language')}
          value={choices.language}
          onChange={set('language')}
          data={languages.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
        />
        <NativeSelect
          label={t('me:profile.timeZone')}
          value={choices.timeZone}
          onChange={set('timeZone')}
          data={zonesShown.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        {me.teams.length > 0 && (
          <NativeSelect
            label={t('me:profile.defaultTeam')}
            description={t('me:profile.defaultTeamHelp')}
            value={choices.defaultTeamId}
            onChange={set('defaultTeamId')}
            data={[{ value: '', label: t('none') }, ...me.teams.map((team) => ({ value: team.id, label: team.name }))]}
          />
        )}
      </div>
      {saving.clashes.length > 0 && <ProfileClash clashes={saving.clashes} teams={me.teams} />}
      {saving.error && <ErrorPanel error={saving.error} />}
      <div className="row">
        <Button type="submit" loading={saving.busy}>
          {saving.clashes.length > 0 ? t('me:profile.saveMine') : t('save')}
        </Button>
      </div>
    </form>
  )
}
