import { useTranslation } from 'react-i18next'
import type { Named } from '~/api/types'
import type { Clash } from '~/lib/merge'
import styles from './ProfilePage.module.css'
import type { Choices } from './use-save-profile'

/** The same field was set to something else meanwhile: both values, before one of them is lost. */
export function ProfileClash({ clashes, teams }: { clashes: Clash<Choices>[]; teams: readonly Named[] }) {
  const { t } = useTranslation()
  const words = (field: keyof Choices, value: unknown) => {
    if (field === 'language') return t(`languages.${String(value)}`)
    if (field === 'defaultTeamId') return teams.find((team) => team.id === value)?.name ?? t('none')
    return String(value) || t('none')
  }
  return (
    <div role="alert" className={styles.clash}>
      <p>{t('me:profile.clash')}</p>
      <dl>
        {clashes.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{t(`me:profile.${field === 'language' ? 'languageField' : field}`)}</dt>
            <dd>{t('me:profile.clashValues', { mine: words(field, mine), theirs: words(field, theirs) })}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
