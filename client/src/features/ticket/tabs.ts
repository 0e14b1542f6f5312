import { isProblem } from '~/api/errors'

/** What can stand beside the conversation. */
export const tabs = ['properties', 'person', 'tasks', 'links', 'work', 'sla', 'similar'] as const
export type Tab = (typeof tabs)[number]

const internal: readonly Tab[] = ['tasks', 'work']

/** Those of a ticket; without what is internal when the server refuses its tasks, as it does to who is limited to other teams. */
export const tabsFor = (noTasks: unknown): readonly Tab[] =>
  isProblem(noTasks, 'forbidden') ? tabs.filter((tab) => !internal.includes(tab)) : tabs
