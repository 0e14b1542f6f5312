import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

type Texts = Record<string, unknown>
const files = import.meta.glob<{ default: Texts }>('./locales/*/*.json')

/** Texts come one file for each area and language, when the area is opened. */
const backend = {
  type: 'backend' as const,
  init() {},
  read(language: string, area: string, done: (error: Error | null, texts: Texts | null) => void) {
    const load = files[`./locales/${language}/${area}.json`]
    if (!load) return done(new Error(`No texts for ${area} in ${language}`), null)
    void load()
      .catch((error: Error) => error)
      .then((file) => (file instanceof Error ? done(file, null) : done(null, file.default)))
  },
}

export const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'fr'

export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

export async function speak(language: Language): Promise<void> {
  try {
    localStorage.setItem('language', language)
  } catch {
    // A browser that keeps nothing still speaks.
  }
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'fr')
