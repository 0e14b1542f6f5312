import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { toastError } from '~/components/toast'
import { useFormat } from '~/i18n/format'
import { tasksQuery } from '~/data/incidents'
import styles from './Side.module.css'

type Task = Schemas['TaskResponse']

/** The pieces of the work, ticked off as they are done. */
export function TasksPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [title, setTitle] = useState('')
  const path = `/incidents/${incident.id}/tasks`
  const key = tasksQuery(incident).queryKey
  const { items } = useSuspenseQuery(tasksQuery(incident)).data
  const again = () => queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
  const add = useMutation({
    mutationFn: () => request<Task>('POST', path, { body: { title: title.trim() } }),
    onSuccess: () => {
      setTitle('')
      return again()
    },
    onError: toastError,
  })
  const set = useMutation({
    mutationFn: ({ task, state }: { task: Task; state: Task['state'] }) =>
      request<Task>('PATCH', `${path}/${task.id}`, { body: { state } }),
    // Ticked at once; put back when it is refused.
    onMutate: ({ task, state }) =>
      queryClient.setQueryData(
        key,
        (page) =>
          page && { ...page, items: page.items.map((each) => (each.id === task.id ? { ...each, state } : each)) },
      ),
    onError: toastError,
    onSettled: again,
  })
  return (
    <div className="stack">
      <ul className="plain">
        {items.map((task) => (
          <li key={task.id} className={styles.item}>
            <label className="row grow">
              <input
                type="checkbox"
                checked={task.state === 'done'}
                onChange={(event) => set.mutate({ task, state: event.target.checked ? 'done' : 'open' })}
              />
              <span style={{ textDecoration: task.state === 'open' ? undefined : 'line-through' }}>{task.title}</span>
            </label>
            <span className="meta">
              {task.assignee?.name ?? task.team?.name}
              {task.dueAt && ` · ${format.dateTime(task.dueAt)}`}
            </span>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="dim">{t('none')}</p>}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim()) add.mutate()
        }}
      >
        <TextInput
          className="grow"
          size="xs"
          aria-label={t('desk:newTask')}
          placeholder={t('desk:newTask')}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" loading={add.isPending}>
          {t('add')}
        </Button>
      </form>
    </div>
  )
}
