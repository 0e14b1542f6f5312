import { lazyRouteComponent } from '@tanstack/react-router'
import type { RulesSearch } from './shared/search'

/** A page of the rules. They come together: a file for each would cost every reader of every page its name in the entry. */
export const rulesPage = (name: keyof typeof import('./pages')) => lazyRouteComponent(() => import('./pages'), name)

/** Names what may stand in the address; the pages read it with useRulesSearch, which checks it outside of the entry. */
export const rulesSearch = (search: object): RulesSearch => search
