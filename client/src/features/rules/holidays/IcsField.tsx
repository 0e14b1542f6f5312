import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'

/** The text of a calendar file; the field's value is '' as long as none is chosen. */
export function IcsField({ name }: { name: string }) {
  const { t } = useTranslation()
  const id = useId()
  const field = useField<string>(name, t('rules:holidays.ics'))
  const [events, setEvents] = useState<number | null>(null)
  const read = async (file: File | undefined) => {
    const text = file ? await file.text() : ''
    field.set(text)
    setEvents(file ? [...text.matchAll(/^BEGIN:VEVENT/gm)].length : null)
  }
  return (
    <div className="stack-s">
      <label htmlFor={id}>{t('rules:holidays.ics')}</label>
      <input
        id={id}
        type="file"
        accept=".ics,text/calendar"
        aria-describedby={`${id}-help`}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p className="meta" id={`${id}-help`}>
        {t('rules:holidays.icsHelp')}
      </p>
      {events !== null && <p role="status">{t('rules:holidays.icsEvents', { count: events })}</p>}
      {field.error && <p role="alert">{field.error}</p>}
    </div>
  )
}
