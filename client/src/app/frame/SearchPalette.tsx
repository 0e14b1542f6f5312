import Palette from '~/components/commands/Palette'
import { usePaletteSearch, useReportInstead } from './palette-search'

/** The palette with what it finds; it comes when it is first opened. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  return <Palette onClose={onClose} search={usePaletteSearch()} orElse={useReportInstead()} />
}
