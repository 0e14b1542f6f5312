import type { components } from './schema'

type Schemas = components['schemas']
type MayBeNull<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null }

export type Incident = MayBeNull<
  Schemas['IncidentResponse'],
  | 'priorityOverride'
  | 'team'
  | 'assignee'
  | 'supplier'
  | 'service'
  | 'category'
  | 'site'
  | 'parent'
  | 'mergedInto'
  | 'followUpOf'
  | 'externalReference'
  | 'pending'
  | 'resolution'
  | 'major'
>
export type ServiceLevel = Schemas['ServiceLevelResponse']
export type Session = Schemas['SessionResponse']
export type TicketState = Schemas['TicketState']
export type Priority = Schemas['Priority']
export type Impact = Schemas['Impact']
export type Urgency = Schemas['Urgency']
export type Named = Schemas['NamedRef']
export type Person = Schemas['PersonRef']
