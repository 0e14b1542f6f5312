import { useTranslation } from 'react-i18next'
import { chooseTheme, themeName, themes } from '~/app/theme'
import { Choice } from '~/components/Choice'
import { characterKeys, switchCharacterKeys } from '~/components/commands/keys'
import { useStore } from '~/lib/store'
import { Switch } from './Switch'

/** How the pages look and listen on this device. */
export function Appearance() {
  const { t } = useTranslation()
  const theme = useStore(themeName)
  const keys = useStore(characterKeys)
  return (
    <section className="card stack" aria-labelledby="appearance">
      <h2 id="appearance">{t('me:profile.device')}</h2>
      <Choice
        label={t('theme.label')}
        value={theme}
        onChange={chooseTheme}
        options={themes.map((name) => [name, t(`theme.${name}`)] as const)}
      />
      <Switch
        label={t('me:profile.characterKeys')}
        description={t('me:profile.characterKeysHelp')}
        checked={keys}
        onChange={switchCharacterKeys}
      />
    </section>
  )
}
