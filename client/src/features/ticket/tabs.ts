/** What can stand beside the conversation. */
export const tabs = ['properties', 'person', 'tasks', 'links', 'work', 'sla', 'similar'] as const
export type Tab = (typeof tabs)[number]
