import type { Schemas } from '~/api/types'

export type Task = Schemas['TaskResponse']

/** What a person writes of a task. */
export interface TaskFields {
  title: string
  teamId: string | null
  assigneeId: string | null
  dueAt: string | null
}

export const fieldsOfTask = (task: Task): TaskFields => ({
  title: task.title,
  teamId: task.team?.id ?? null,
  assigneeId: task.assignee?.id ?? null,
  // To the minute, as the field shows it: what was not touched is no change.
  dueAt: task.dueAt && new Date(Math.floor(Date.parse(task.dueAt) / 60_000) * 60_000).toISOString(),
})

/** Only what differs: what others write at the same time stays. */
export function changesOfTask(from: TaskFields, to: TaskFields): Partial<TaskFields> {
  const names = ['title', 'teamId', 'assigneeId', 'dueAt'] as const
  return Object.fromEntries(names.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]))
}
