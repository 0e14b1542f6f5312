import { Button, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request, requestAll } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { LayerPending } from '~/components/LayerPending'
import { Menu } from '~/components/Menu'
import checks from '~/components/checks.module.css'
import { DateBox } from '~/components/DateBox'
import { TimeAgo } from '~/components/TimeAgo'
import { toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import { timeZone, useFormat } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { instantIn } from '~/lib/zone-time'
import styles from './Side.module.css'

type Entry = Schemas['WorklogResponse']

const WorklogDialog = lazy(() => import('./WorklogDialog'))

/** The time that was spent; one's own is corrected and taken away here. */
export default function WorkPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [minutes, setMinutes] = useState<string | number>(15)
  const [text, setText] = useState('')
  const [at, setAt] = useState('')
  const [billable, setBillable] = useState(false)
  const zone = useStore(timeZone)
  const me = useSession()?.user.id
  const [edited, setEdited] = useState<Entry | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
  const path = `/incidents/${incident.id}/worklogs`
  const { items, totalMinutes } = useSuspenseQuery({
    queryKey: ['incident', incident.reference, 'worklogs'],
    queryFn: () => requestAll<Schemas['WorklogPage']>(path),
  }).data
  const add = useMutation({
    mutationFn: () =>
      request('POST', path, {
        body: {
          minutes: Number(minutes),
          text: text.trim() || null,
          // Without a time it is now, by the server's clock.
          ...(at ? { at: instantIn(at, zone) } : {}),
          billable,
        },
      }),
    onSuccess: () => {
      setText('')
      setAt('')
      setBillable(false)
      return again()
    },
  })
  const remove = useMutation({
    mutationFn: (entry: Entry) => request('DELETE', `${path}/${entry.id}`),
    onSuccess: (_, { minutes: spent, text: words, at, billable }) =>
      toast(t('work:log.removed'), () => {
        request('POST', path, { body: { minutes: spent, text: words, at, billable } })
          .catch(toastError)
          .finally(() => void again())
      }),
    onError: toastError,
    onSettled: again,
  })
  return (
    <div className="stack">
      <p>
        {t('work:log.total')} <strong>{format.duration(totalMinutes * 60)}</strong>
      </p>
      <ul className="plain">
        {items.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <span className="grow">
              {entry.user.name} · {format.duration(entry.minutes * 60)}
              {entry.text && <span className="dim"> — {entry.text}</span>}
            </span>
            <span className="meta">
              {entry.billable && `${t('work:log.billable')} · `}
              <TimeAgo at={entry.at} />
            </span>
            {entry.user.id === me && (
              <Menu
                label=""
                name={t('work:more', { what: entry.text || format.duration(entry.minutes * 60) })}
                button={{ variant: 'subtle', size: 'compact-sm' }}
                entries={[
                  { id: 'edit', label: t('work:log.edit'), run: () => setEdited(entry) },
                  { id: 'remove', label: t('work:remove'), run: () => remove.mutate(entry) },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (Number(minutes) > 0) add.mutate()
        }}
      >
        <NumberInput
          size="xs"
          label={t('work:log.minutes')}
          min={1}
          max={1440}
          hideControls
          value={minutes}
          onChange={setMinutes}
        />
        <TextInput
          size="xs"
          label={t('work:log.text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DateBox
          size="xs"
          kind="dateTime"
          label={t('work:log.when')}
          description={t('desk:hold.zone', { zone })}
          value={at}
          onChange={setAt}
        />
        <label className={checks.check}>
          <input type="checkbox" checked={billable} onChange={(event) => setBillable(event.target.checked)} />
          {t('work:log.billable')}
        </label>
        {add.error && <ErrorPanel error={add.error} />}
        <Button size="xs" type="submit" variant="default" loading={add.isPending}>
          {t('add')}
        </Button>
      </form>
      <Suspense fallback={<LayerPending />}>
        {edited && <WorklogDialog incident={incident} entry={edited} onSaved={again} onClose={() => setEdited(null)} />}
      </Suspense>
    </div>
  )
}
