import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { LayerPending } from '~/components/LayerPending'
import { Menu } from '~/components/Menu'
import { tasksQuery } from '~/data/incidents'
import { useFormat } from '~/i18n/format'
import styles from './Side.module.css'
import type { Task } from './task-changes'
import { useTasks } from './use-tasks'

const TaskDialog = lazy(() => import('./TaskDialog'))

/** The pieces of the work, ticked off as they are done. */
export default function TasksPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [title, setTitle] = useState('')
  const [edited, setEdited] = useState<Task | null>(null)
  const tasks = useTasks(incident)
  const { items } = useSuspenseQuery(tasksQuery(incident)).data
  const ended = incident.state === 'closed' || incident.state === 'cancelled'
  const entries = (task: Task) => [
    { id: 'edit', label: t('work:task.edit'), run: () => setEdited(task) },
    task.state === 'skipped'
      ? { id: 'open', label: t('work:task.reopen'), run: () => tasks.set(task, 'open') }
      : { id: 'skip', label: t('work:task.skip'), run: () => tasks.skip(task) },
    {
      id: 'remove',
      label: t('work:remove'),
      run: () => tasks.remove(task),
      disabled: task.state === 'done' ? t('work:task.doneStays') : undefined,
    },
  ]
  return (
    <div className="stack">
      <ul className="plain">
        {items.map((task) => (
          <li key={task.id} className={styles.item}>
            <div className="grow">
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  disabled={ended}
                  checked={task.state === 'done'}
                  onChange={(event) => tasks.set(task, event.target.checked ? 'done' : 'open')}
                />
                <span className={task.state === 'open' ? undefined : styles.over}>{task.title}</span>
              </label>
              <p className={`meta ${styles.under}`}>
                {[
                  task.state === 'skipped' && t('work:task.notNeeded'),
                  task.assignee?.name ?? task.team?.name,
                  task.dueAt && t('work:task.due', { at: format.dateTime(task.dueAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {!ended && (
              <Menu
                label=""
                name={t('work:more', { what: task.title })}
                button={{ variant: 'subtle', size: 'compact-sm' }}
                entries={entries(task)}
              />
            )}
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="dim">{t('none')}</p>}
      {ended ? (
        <p className="dim">{t('work:task.ended')}</p>
      ) : (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            if (title.trim()) tasks.add.mutate(title.trim(), { onSuccess: () => setTitle('') })
          }}
        >
          <TextInput
            className="grow"
            size="xs"
            aria-label={t('work:task.new')}
            placeholder={t('work:task.new')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" loading={tasks.add.isPending}>
            {t('add')}
          </Button>
        </form>
      )}
      <Suspense fallback={<LayerPending />}>
        {edited && (
          <TaskDialog incident={incident} task={edited} onSaved={tasks.again} onClose={() => setEdited(null)} />
        )}
      </Suspense>
    </div>
  )
}
