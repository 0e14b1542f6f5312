import { columns, usualColumns, type ColumnId } from './columns'
import { groupings, type Grouping } from './group-rows'

/** How a person wants their lists, in every view and on every machine. */
export interface Arrangement {
  columns: readonly ColumnId[]
  group: Grouping
  /** By view; a view that is not named keeps its own order. */
  sorts: Readonly<Record<string, string>>
}

/** What was kept, as far as it can be used still. */
export function readArrangement(kept: unknown): Arrangement {
  const { columns: ids, group, sorts } = (kept ?? {}) as Partial<Record<keyof Arrangement, unknown>>
  const known = Array.isArray(ids)
    ? [...new Set(ids)].filter((id): id is ColumnId => columns.some((column) => column.id === id))
    : []
  return {
    columns: known.includes('title') ? known : usualColumns,
    group: groupings.find((each) => each === group) ?? 'none',
    sorts: Object.fromEntries(
      Object.entries(sorts !== null && typeof sorts === 'object' ? sorts : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  }
}
