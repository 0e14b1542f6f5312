import type { QueueSearch } from '~/data/tickets'
import { BulkBar } from './BulkBar'
import type { Acts } from './use-acts'
import type { Selection } from './use-selection'
import { useWhole } from './use-whole'

interface Props {
  /** Which list it is, by its key. */
  list: string
  search: QueueSearch
  filter: string | undefined
  /** How many the list has. */
  amount: number
  selection: Selection
  acts: Acts
  onMerge: () => void
}

/** What comes with the first tick: the acts for many, and the way to tick all there are. */
export default function SelectionBar({ list, search, filter, amount, selection, acts, onMerge }: Props) {
  const whole = useWhole(list, search, filter, amount, selection)
  return <BulkBar count={selection.chosen.size} whole={whole} acts={acts} onMerge={onMerge} onClear={selection.clear} />
}
