import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

type Category = Schemas['CategoryResponse']

/** Every category, however many pages there are: a tree cannot be shown by halves. */
export const allCategoriesQuery = infiniteQueryOptions({
  queryKey: ['admin', '/categories', 'all'],
  staleTime: 15_000,
  initialPageParam: '',
  queryFn: async ({ signal }): Promise<Page<Category>> => {
    const items: Category[] = []
    let cursor: string | undefined
    do {
      const page: Page<Category> = await request('GET', '/categories', { query: { limit: 200, cursor }, signal })
      items.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return { items, nextCursor: null }
  },
  getNextPageParam: () => undefined,
})
