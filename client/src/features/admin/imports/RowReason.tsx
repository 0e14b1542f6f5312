import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'

interface Props {
  row: Schemas['RejectedRow']
}

/** Why a row could not be taken. Those of older imports have no code, and are told in English. */
export function RowReason({ row: { code, values, reason } }: Props) {
  const { t } = useTranslation()
  const key = code && `admin:imports.why.${code}`
  if (!key || !i18next.exists(key)) return <span lang="en">{reason}</span>
  return <>{t('admin:imports.onLine', { line: values?.line, why: t(key, { ...values }) })}</>
}
