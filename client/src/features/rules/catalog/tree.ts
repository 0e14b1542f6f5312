import type { Schemas } from '~/api/types'

export type Category = Schemas['CategoryResponse']

export interface Branch {
  category: Category
  depth: number
  /** Its name and those above it, from the top. */
  path: string[]
  /** It lies, at any depth, below these. */
  above: string[]
  children: number
}

/** The categories as a tree is read: each below its parent, siblings by name. */
export function pathsOf(categories: readonly Category[]): Branch[] {
  const known = new Set(categories.map(({ id }) => id))
  const byParent = new Map<string | null, Category[]>()
  for (const category of categories) {
    // A parent on another page of the list must not hide what lies below it.
    const parent = category.parentId && known.has(category.parentId) ? category.parentId : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), category])
  }
  const read = (parent: string | null, path: string[], above: string[]): Branch[] =>
    (byParent.get(parent) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((category) => {
        const own = [...path, category.name]
        const children = byParent.get(category.id)?.length ?? 0
        return [
          { category, depth: above.length, path: own, above, children },
          ...read(category.id, own, [...above, category.id]),
        ]
      })
  return read(null, [], [])
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The branches that a search and a state leave; accents and capitals make no difference. */
export function narrowed(
  branches: readonly Branch[],
  { q, show }: { q?: string; show?: 'active' | 'inactive' },
): Branch[] {
  const words = plain(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  return branches.filter(({ category, path }) => {
    if (show && category.active !== (show === 'active')) return false
    const text = plain(`${path.join(' ')} ${category.key}`)
    return words.every((word) => text.includes(word))
  })
}
