import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import type { CalendarForm } from './calendar-form'

/** Tells what is typed to what stands beside the form: a form cannot lie in a form. */
export function Typed({ onChange }: { onChange: (form: CalendarForm) => void }) {
  const form = useWatch<CalendarForm>() as CalendarForm
  useEffect(() => onChange(form), [form, onChange])
  return null
}
