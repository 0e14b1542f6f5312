import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'

/** What a new installation calls what it begins with; whoever names it otherwise reads what they wrote. */
const texts: Partial<Record<string, string>> = {
  'Business hours': 'rules:builtIn.businessHours',
  'Around the clock': 'rules:builtIn.aroundTheClock',
  'United Kingdom (England and Wales)': 'rules:builtIn.englandWales',
  'United Kingdom (Northern Ireland)': 'rules:builtIn.northernIreland',
  'United Kingdom (Scotland)': 'rules:builtIn.scotland',
}

/** Countries are named by the browser, in every language it speaks. */
const countries: Partial<Record<string, string>> = {
  Algeria: 'DZ',
  Belgium: 'BE',
  Canada: 'CA',
  "Côte d'Ivoire": 'CI',
  France: 'FR',
  Germany: 'DE',
  Ireland: 'IE',
  Italy: 'IT',
  Luxembourg: 'LU',
  Morocco: 'MA',
  Netherlands: 'NL',
  Portugal: 'PT',
  Senegal: 'SN',
  Spain: 'ES',
  Switzerland: 'CH',
  Tunisia: 'TN',
  'United States': 'US',
}

/** Names of calendars and holiday sets in the reader's language, as far as they are those of a new installation. */
export function useBuiltInNames(): (name: string) => string {
  const { t, ready } = useTranslation('rules', { useSuspense: false })
  const language = currentLanguage()
  return (name) => {
    const text = texts[name]
    if (text) return ready ? t(text) : name
    const country = countries[name]
    return (country && new Intl.DisplayNames(language, { type: 'region' }).of(country)) ?? name
  }
}
