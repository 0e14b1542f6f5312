import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { ApiError, isUnreachable } from '~/api/errors'

/** What a failure means: by its code, else by its status; English keeps the server's own sentence. */
export function errorText(error: unknown): string {
  const { t } = i18next
  if (isMissingFile(error)) return t('status.0')
  if (!(error instanceof ApiError)) return t('error.unexpected')
  const code = error.code.replaceAll('.', '_')
  // An area has words of its own for what can be refused in it.
  const areas = Object.keys(i18next.store.data[i18next.language] ?? {})
  const known = [`problem.${code}`, ...areas.map((area) => `${area}:problem.${code}`)].find((key) =>
    i18next.exists(key),
  )
  if (known) return t(known)
  if (i18next.language === 'en' && error.status >= 400 && error.status < 500) return error.message
  if (i18next.exists(`problems:${code}`)) return t(`problems:${code}`)
  const group = [401, 403, 404, 409, 412, 413, 422, 429, 503, 0].find((status) => status === error.status)
  return t(group === undefined ? 'error.unexpected' : `status.${group}`, { code: error.code })
}

/** A part of the program that could not be loaded, as each browser words it. */
export const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message)

/** Words that come from where the error came from would not come either; those for it are here. */
const isSaidHere = (error: unknown) => !(error instanceof ApiError) || isUnreachable(error)

/** The words for every code come when something fails for the first time; until then nothing is said rather than too little. */
export function useErrorText(): (error: unknown) => string {
  const { ready } = useTranslation('problems', { useSuspense: false })
  return (error) => (ready || isSaidHere(error) ? errorText(error) : '')
}
