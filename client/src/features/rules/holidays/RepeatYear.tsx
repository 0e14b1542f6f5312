import { Button } from '@mantine/core'
import { CopyPlus } from 'lucide-react'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { repeated, type HolidayForm } from './holiday-form'

/** Writes the last year's days down for the next one: the API knows dates, not rules. */
export function RepeatYear() {
  const { t } = useTranslation()
  const { setValue } = useFormContext<HolidayForm>()
  const days = useWatch<HolidayForm, 'days'>({ name: 'days' })
  const [said, say] = useState('')
  const last = Math.max(...days.map((day) => Number(day.date.slice(0, 4))))
  if (days.length === 0) return null
  const repeat = () => {
    const more = repeated(days, last)
    setValue('days', [...days, ...more], { shouldDirty: true })
    say(t('rules:holidays.repeated', { count: more.length, year: last + 1 }))
  }
  return (
    <div className="row">
      <Button variant="default" leftSection={<CopyPlus size={14} aria-hidden />} onClick={repeat}>
        {t('rules:holidays.repeat', { from: last, to: last + 1 })}
      </Button>
      <span className="meta" role="status">
        {said || t('rules:holidays.repeatHelp')}
      </span>
    </div>
  )
}
