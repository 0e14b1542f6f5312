import { useTranslation } from 'react-i18next'
import type { Board, BoardBy, BoardFigure, Counted } from '~/data/board'
import { rowFigures } from '~/data/board'
import { useFormat } from '~/i18n/format'
import { FigureLink } from './FigureLink'
import { ReportTable } from './ReportTable'
import { without } from './scope'
import { Tiles } from './Tiles'
import { useScopeChoices } from './use-scope-choices'

const tiles = [
  'open',
  'unassigned',
  'atRisk',
  'breached',
  'waiting',
  'major',
  'openedToday',
  'resolvedToday',
] as const satisfies readonly BoardFigure[]

const tones: Partial<Record<BoardFigure, 'risk' | 'breach'>> = { atRisk: 'risk', breached: 'breach' }

interface Props {
  board: Board
  by: BoardBy
}

/** The numbers of this moment, each of which opens the queue that it counts. */
export function BoardFigures({ board, by }: Props) {
  const { t } = useTranslation()
  const { collator } = useFormat()
  const { label, choices } = useScopeChoices().find(({ id }) => id === by)!
  const name = (key: string) => choices?.find(({ value }) => value === key)?.label ?? '…'
  const figure = (id: BoardFigure, { count, more, list }: Counted, of?: string) => (
    <FigureLink
      count={count}
      more={more}
      list={list}
      what={t(`lead:figure.${id}`)}
      of={of}
      sort={id === 'open' ? 'priority,dueAt' : undefined}
    />
  )
  const shown = board.rows
    .filter((row) => row.key !== without || row.figures.open.count > 0)
    .sort(
      (one, other) =>
        Number(one.key === without) - Number(other.key === without) || collator.compare(name(one.key), name(other.key)),
    )
  return (
    <>
      <Tiles
        label={t('lead:total')}
        tiles={tiles.map((id) => ({
          id,
          label: t(`lead:figure.${id}`),
          value: figure(id, board.totals[id]),
          tone: board.totals[id].count > 0 ? tones[id] : undefined,
        }))}
      />
      <div className="card">
        <ReportTable
          caption={t(by === 'teamId' ? 'lead:board.byTeam' : 'lead:board.byPriority')}
          rowHead={label}
          rows={shown}
          rowKey={(row) => row.key}
          rowLabel={(row) => name(row.key)}
          columns={rowFigures.map((id) => ({
            id,
            head: t(`lead:figure.${id}`),
            cell: (row: Board['rows'][number]) => figure(id, row.figures[id], name(row.key)),
          }))}
        />
      </div>
    </>
  )
}
