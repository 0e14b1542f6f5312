import type { components } from './schema'

type Schemas = components['schemas']
export type { Schemas }
export type Incident = Schemas['IncidentResponse']
export type ServiceLevel = Schemas['ServiceLevelResponse']
export type Session = Schemas['SessionResponse']
export type TicketState = Schemas['TicketState']
export type Priority = Schemas['Priority']
export type Impact = Schemas['Impact']
export type Urgency = Schemas['Urgency']
export type Named = Schemas['NamedRef']
export type Person = Schemas['PersonRef']

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total?: number | null
  totalCapped?: boolean | null
  interpretedAs?: string | null
  notices?: string[] | null
  noticeCodes?: Schemas['SearchNotice'][] | null
}
