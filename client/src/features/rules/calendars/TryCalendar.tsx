import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { Choice } from '~/components/Choice'
import { DateBox } from '~/components/DateBox'
import { ErrorPanel } from '~/components/ErrorPanel'
import { currentLanguage } from '~/i18n'
import { instantIn, localIn } from '~/lib/zone-time'
import { parseServiceTime, serviceTime, toIso } from '../shared/service-time'
import { zone as checkZone } from '~/components/admin/checks'
import { timeZone } from '~/i18n/format'
import { bodyOfCalendar, type Calendar, type CalendarForm } from './calendar-form'
import { TryAnswer } from './TryAnswer'
import { ordinaryDay } from './week'
import styles from './TryCalendar.module.css'

export type Asked = Schemas['CalendarPreviewBody']
export type Answer = Schemas['CalendarPreview']

interface Span {
  from: string
  to: string
}

interface Props {
  /** What is typed. */
  typed: CalendarForm
  /** What is published, where that is what is typed. */
  published?: Calendar
}

/** What of a calendar decides when it is open. */
function draftOf(typed: CalendarForm): Schemas['CalendarDraftBody'] {
  const { timeZone, weekly, exceptions, holidaySetIds } = bodyOfCalendar(typed)
  return { timeZone: timeZone!.trim(), weekly: weekly ?? {}, exceptions, holidaySetIds }
}

/** Tries a calendar: when a time of service is used up, or how much of it lies between two instants. */
export function TryCalendar({ typed: hours, published }: Props) {
  const { t } = useTranslation()
  // Until a time zone is typed to its end, the reader's own is as good as any.
  const zone = hours.timeZone && !checkZone(hours.timeZone) ? hours.timeZone : timeZone.get()
  const now = () => localIn(Date.now(), zone)
  const [form, setForm] = useState<'duration' | 'span'>('duration')
  const [start, setStart] = useState(now)
  const [end, setEnd] = useState(now)
  const [typed, setTyped] = useState('4 h')
  const [pauses, setPauses] = useState<Span[]>([])
  const day = ordinaryDay(hours)
  const draft = JSON.stringify(draftOf(hours))
  const seconds = parseServiceTime(typed, day)

  const preview = useMutation({
    mutationFn: async (asked: Asked) => ({
      asked,
      of: draft,
      answer: published
        ? await request<Answer>('POST', `/service-levels/calendars/${published.id}/preview`, { body: asked })
        : await request<Answer>('POST', '/service-levels/calendars/preview', {
            body: { ...asked, calendar: draftOf(hours) },
          }),
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
        {published ? t('rules:try.help', { version: published.publishedVersion }) : t('rules:try.unsaved')}
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
          <DateBox kind="dateTime" required label={t('rules:try.start', { zone })} value={start} onChange={setStart} />
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
            <DateBox kind="dateTime" required label={t('rules:try.end', { zone })} value={end} onChange={setEnd} />
          )}
        </div>
        {pauses.map((pause, at) => (
          <fieldset key={at} className={styles.pause}>
            <legend>{t('rules:try.pause', { number: at + 1 })}</legend>
            <DateBox
              kind="dateTime"
              required
              label={t('rules:try.from')}
              value={pause.from}
              onChange={(from) => setPause(at, { from })}
            />
            <DateBox
              kind="dateTime"
              required
              label={t('rules:try.to')}
              value={pause.to}
              onChange={(to) => setPause(at, { to })}
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
        {preview.data?.of === draft && (
          <TryAnswer zone={zone} asked={preview.data.asked} answer={preview.data.answer} />
        )}
      </div>
    </section>
  )
}
