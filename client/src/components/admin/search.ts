// The address is checked by hand here: these functions are in the entry, where every byte is read by everybody.

/** A text of the address; a number that was typed there is a text as well. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined

/** What every list of the administration keeps in the address: the search, what is shown, and the record whose dialog is open. */
export interface ListSearch {
  q?: string
  show?: 'active' | 'inactive'
  /** The id of a record, or "new". */
  open?: string
}

export const listSearch = ({ q, show, open }: Record<string, unknown>): ListSearch => ({
  q: text(q),
  show: show === 'active' || show === 'inactive' ? show : undefined,
  open: text(open),
})

/** The filter of the API for what is shown. */
export const activeOf = ({ show }: ListSearch) => (show === undefined ? undefined : show === 'active')

export interface UserSearch extends ListSearch {
  /** A role's key. */
  role?: string
  team?: string
  site?: string
  department?: string
}

export const userSearch = (raw: Record<string, unknown>): UserSearch => ({
  ...listSearch(raw),
  role: text(raw.role),
  team: text(raw.team),
  site: text(raw.site),
  department: text(raw.department),
})

export interface AuditSearch {
  entity?: string
  entityId?: string
  action?: string
  actor?: string
  from?: string
  to?: string
}

export const auditSearch = (raw: Record<string, unknown>): AuditSearch => ({
  entity: text(raw.entity),
  entityId: text(raw.entityId),
  action: text(raw.action),
  actor: text(raw.actor),
  from: text(raw.from),
  to: text(raw.to),
})

export interface ItemSearch extends ListSearch {
  type?: string
}

export const itemSearch = (raw: Record<string, unknown>): ItemSearch => ({ ...listSearch(raw), type: text(raw.type) })
