import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLanguage, languages, speak } from '~/i18n'

export function LanguageLinks() {
  const { t } = useTranslation()
  return (
    <div className="row" role="group" aria-label={t('language')}>
      {languages.map((language) => (
        <Button
          key={language}
          size="compact-sm"
          variant={currentLanguage() === language ? 'light' : 'subtle'}
          aria-pressed={currentLanguage() === language}
          lang={language}
          onClick={() => void speak(language)}
        >
          {t(`languages.${language}`)}
        </Button>
      ))}
    </div>
  )
}
