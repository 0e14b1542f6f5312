import { useTranslation } from 'react-i18next'
import type { Board, BoardFigure, Counted } from '~/data/board'
import { rowFigures } from '~/data/board'
import { FigureLink } from './FigureLink'
import { ReportTable } from './ReportTable'
import { Tiles } from './Tiles'
import type { BoardRow } from './use-board'

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
  rows: readonly BoardRow[]
  by: 'team' | 'priority'
}

/** The numbers of this moment, each of which opens the queue that it counts. */
export function BoardFigures({ board, rows, by }: Props) {
  const { t } = useTranslation()
  const name = (key: string) => {
    if (by === 'priority') return [key.toUpperCase(), t(`priority.${key}`)].join(' · ')
    return rows.find((row) => row.key === key)?.name ?? t('lead:board.noTeam')
  }
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
  const shown = board.rows.filter((row) => row.key !== 'none' || row.figures.open.count > 0)
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
          caption={t(by === 'team' ? 'lead:board.byTeam' : 'lead:board.byPriority')}
          rowHead={t(`lead:by.${by}`)}
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
