import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'

interface Props {
  run: Pick<Schemas['ImportSummary'], 'failure' | 'failureCode' | 'failureValues'>
}

/** Why an import failed as a whole. Older ones have no code, and are told in English. */
export function ImportFailure({ run: { failure, failureCode, failureValues } }: Props) {
  const { t } = useTranslation()
  const key = failureCode && `admin:imports.whyFailed.${failureCode}`
  if (!key || !i18next.exists(key)) return <span lang="en">{failure}</span>
  return <>{t(key, { ...failureValues })}</>
}
