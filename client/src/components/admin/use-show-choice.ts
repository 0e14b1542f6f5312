import { useTranslation } from 'react-i18next'
import type { FilterChoice } from './FilterBar'

/** Whether to show all records, those in use or those out of use. */
export function useShowChoice(): FilterChoice {
  const { t } = useTranslation()
  return {
    name: 'show',
    label: t('admin:field.state'),
    options: [
      ['', t('admin:state.all')],
      ['active', t('admin:state.active')],
      ['inactive', t('admin:state.inactive')],
    ],
  }
}
