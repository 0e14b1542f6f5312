import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { Choice } from '~/components/Choice'
import { ErrorPanel } from '~/components/ErrorPanel'
import { currentLanguage } from '~/i18n'
import { instantIn, localIn } from '~/lib/zone-time'
import { parseServiceTime, serviceTime, toIso } from '../shared/service-time'
import type { Calendar } from './calendar-form'
import { TryAnswer } from './TryAnswer'
import { ordinaryDay, readWeek } from './week'
import styles from './TryCalendar.module.css'

export type Asked = Schemas['CalendarPreviewBody']
export type Answer = Schemas['CalendarPreview']

interface Span {
  from: string
  to: string
}

/** Tries a calendar: when a time of service is used up, or how much of it lies between two instants. */
export function TryCalendar({ calendar, unsaved }: { calendar: Calendar; unsaved: boolean }) {
  const { t } = useTranslation()
  const zone = calendar.timeZone
  const now = () => localIn(Date.now(), zone)
  const [form, setForm] = useState<'duration' | 'span'>('duration')
  const [start, setStart] = useState(now)
  const [end, setEnd] = useState(now)
  const [typed, setTyped] = useState('4 h')
  const [pauses, setPauses] = useState<Span[]>([])
  const day = ordinaryDay(readWeek(calendar.weekly))
  const seconds = parseServiceTime(typed, day)

  const preview = useMutation({
    mutationFn: async (body: Asked) => ({
      asked: body,
      answer: await request<Answer>('POST', `/service-levels/calendars/${calendar.id}/preview`, { body }),
    }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const stops = pauses.map(({ from, to }) => ({ from: instantIn(from, zone), to: instantIn(to, zone) }))
    const complete = stops.filter((stop): stop is Span => stop.from !== null && stop.to !== null)
    const [from, to] = [instantIn(start, zone), instantIn(end, zone)]
    if (form === 'duration' && from && seconds)
      preview.mutate({ start: from, duration: toIso(seconds), pauses: complete })
    if (form === 'span' && from && to) preview.mutate({ from, to, pauses: complete })
  }
  const setPause = (at: number, change: Partial<Span>) =>
    setPauses(pauses.map((pause, index) => (index === at ? { ...pause, ...change } : pause)))

  return (
    <section className="stack" aria-label={t('rules:try.title')}>
      <p className="dim">
        {t('rules:try.help', { version: calendar.publishedVersion })} {unsaved && t('rules:try.unsaved')}
      </p>
      <form className="card stack" onSubmit={submit}>
        <Choice
          label={t('rules:try.question')}
          value={form}
          onChange={setForm}
          options={[
            ['duration', t('rules:try.whenDue')],
            ['span', t('rules:try.howMuch')],
          ]}
        />
        <div className={styles.fields}>
          <TextInput
            type="datetime-local"
            required
            label={t('rules:try.start', { zone })}
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          {form === 'duration' ? (
            <TextInput
              required
              label={t('rules:try.duration')}
              value={typed}
              error={seconds === null && typed.trim() ? t('rules:time.unclear') : undefined}
              description={seconds ? serviceTime(seconds, currentLanguage()) : t('rules:time.example')}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              type="datetime-local"
              required
              label={t('rules:try.end', { zone })}
              value={end}
              onChange={(event) => setEnd(event.currentTarget.value)}
            />
          )}
        </div>
        {pauses.map((pause, at) => (
          <fieldset key={at} className={styles.pause}>
            <legend>{t('rules:try.pause', { number: at + 1 })}</legend>
            <TextInput
              type="datetime-local"
              required
              label={t('rules:try.from')}
              value={pause.from}
              onChange={(event) => setPause(at, { from: event.currentTarget.value })}
            />
            <TextInput
              type="datetime-local"
              required
              label={t('rules:try.to')}
              value={pause.to}
              onChange={(event) => setPause(at, { to: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              leftSection={<X size={14} aria-hidden />}
              onClick={() => setPauses(pauses.filter((_, index) => index !== at))}
            >
              {t('rules:try.pauseRemove', { number: at + 1 })}
            </Button>
          </fieldset>
        ))}
        <div className="between">
          <Button
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setPauses([...pauses, { from: start, to: start }])}
          >
            {t('rules:try.pauseAdd')}
          </Button>
          <Button type="submit" loading={preview.isPending}>
            {t('rules:try.submit')}
          </Button>
        </div>
        {preview.error && <ErrorPanel error={preview.error} />}
      </form>
      <div role="status">
        {preview.data && <TryAnswer zone={zone} asked={preview.data.asked} answer={preview.data.answer} />}
      </div>
    </section>
  )
}
