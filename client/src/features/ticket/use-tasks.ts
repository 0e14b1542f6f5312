import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { toast, toastError } from '~/components/toast'
import { tasksQuery } from '~/data/incidents'
import { fieldsOfTask, type Task } from './task-changes'

type State = Task['state']

/** What is done with the tasks of a ticket; all of it can be taken back. */
export function useTasks(incident: Incident) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const path = `/incidents/${incident.id}/tasks`
  const { queryKey } = tasksQuery(incident)
  const again = () => queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })

  const add = useMutation({
    mutationFn: (title: string) => request<Task>('POST', path, { body: { title } }),
    onSuccess: again,
    onError: toastError,
  })
  const set = useMutation({
    mutationFn: ({ task, state }: { task: Task; state: State }) =>
      request<Task>('PATCH', `${path}/${task.id}`, { body: { state } }),
    // Ticked at once; put back when it is refused.
    onMutate: ({ task, state }) =>
      queryClient.setQueryData(
        queryKey,
        (page) =>
          page && { ...page, items: page.items.map((each) => (each.id === task.id ? { ...each, state } : each)) },
      ),
    onError: toastError,
    onSettled: again,
  })
  const putBack = async (task: Task) => {
    const made = await request<Task>('POST', path, { body: fieldsOfTask(task) })
    if (task.state !== 'open') await request('PATCH', `${path}/${made.id}`, { body: { state: task.state } })
  }
  const remove = useMutation({
    mutationFn: (task: Task) =>
      request('DELETE', `${path}/${task.id}`, { headers: { 'If-Match': `"${task.version}"` } }),
    onSuccess: (_, task) =>
      toast(t('work:task.removed', { title: task.title }), () => {
        putBack(task)
          .catch(toastError)
          .finally(() => void again())
      }),
    onError: toastError,
    onSettled: again,
  })
  return {
    again,
    add,
    set: (task: Task, state: State) => set.mutate({ task, state }),
    /** It turned out not to be needed. */
    skip: (task: Task) =>
      set.mutate(
        { task, state: 'skipped' },
        {
          onSuccess: () =>
            toast(t('work:task.skipped', { title: task.title }), () => set.mutate({ task, state: task.state })),
        },
      ),
    remove: remove.mutate,
  }
}
