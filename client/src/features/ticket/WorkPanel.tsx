import { Button, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { TimeAgo } from '~/components/TimeAgo'
import { useFormat } from '~/i18n/format'
import styles from './Side.module.css'

/** The time that was spent. */
export function WorkPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [minutes, setMinutes] = useState<string | number>(15)
  const [text, setText] = useState('')
  const path = `/incidents/${incident.id}/worklogs`
  const { items, totalMinutes } = useSuspenseQuery({
    queryKey: ['incident', incident.reference, 'worklogs'],
    queryFn: () => request<Schemas['WorklogPage']>('GET', path, { query: { limit: 100 } }),
  }).data
  const add = useMutation({
    mutationFn: () => request('POST', path, { body: { minutes: Number(minutes), text: text.trim() || null } }),
    onSuccess: () => {
      setText('')
      return queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    },
  })
  return (
    <div className="stack">
      <p>
        {t('desk:work.total')} <strong>{format.duration(totalMinutes * 60)}</strong>
      </p>
      <ul className="plain">
        {items.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <span className="grow">
              {entry.user.name} · {format.duration(entry.minutes * 60)}
              {entry.text && <span className="dim"> — {entry.text}</span>}
            </span>
            <span className="meta">
              <TimeAgo at={entry.at} />
            </span>
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
          label={t('desk:work.minutes')}
          min={1}
          max={1440}
          hideControls
          value={minutes}
          onChange={setMinutes}
        />
        <TextInput
          size="xs"
          label={t('desk:work.text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {add.error && <ErrorPanel error={add.error} />}
        <Button size="xs" type="submit" variant="default" loading={add.isPending}>
          {t('add')}
        </Button>
      </form>
    </div>
  )
}
