import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { filled, type Checks } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { toast } from '~/components/toast'
import type { HolidaySet } from './holiday-form'
import { IcsField } from './IcsField'

interface Fields {
  name: string
  ics: string
}

const checks: Checks<Fields> = { name: filled(60) }

/** A holiday set, empty or from a calendar file. */
export function NewHolidaySetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <FormDialog<Fields, HolidaySet>
      title={t('rules:holidays.new')}
      target={{
        path: '/service-levels/holiday-sets',
        bodyOf: ({ name, ics }) => ({ name, ...(ics ? { ics } : { days: [] }) }),
      }}
      checks={checks}
      defaults={{ name: '', ics: '' }}
      submit={t('rules:holidays.introduce')}
      onClose={onClose}
      onSaved={(set) => {
        toast(t('rules:holidays.made', { name: set.name, count: set.days.length }))
        void navigate({ to: '/admin/holiday-sets/$id', params: { id: set.id } })
      }}
    >
      <TextField name="name" label={t('rules:field.name')} required maxLength={60} autoFocus />
      <IcsField name="ics" />
    </FormDialog>
  )
}
