import { useTranslation } from 'react-i18next'
import type { Board, BoardBy, BoardFigure } from '~/data/board'
import { rowFigures } from '~/data/board'
import { FigureLink } from './FigureLink'
import { ReportTable } from './ReportTable'
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

type Row = Board['rows'][number]

interface Props {
  board: Board
  by: BoardBy
}

/** The numbers of this moment, each of which opens the queue that it counts. */
export function BoardFigures({ board, by }: Props) {
  const { t } = useTranslation()
  const { label, choices } = useScopeChoices().find(({ id }) => id === by)!
  const name = (row: Row) => choices?.find(({ value }) => value === row.key)?.label ?? row.label
  const figure = (id: BoardFigure, count: number, list: Row['list'], of?: string) => (
    <FigureLink
      count={count}
      list={list[id]!}
      what={t(`lead:figure.${id}`)}
      of={of}
      sort={id === 'open' ? 'priority,dueAt' : undefined}
    />
  )
  return (
    <>
      <Tiles
        label={t('lead:total')}
        tiles={tiles.map((id) => ({
          id,
          label: t(`lead:figure.${id}`),
          value: figure(id, board.total[id], board.total.list),
          tone: board.total[id] > 0 ? tones[id] : undefined,
        }))}
      />
      <div className="card">
        <ReportTable
          caption={t(by === 'teamId' ? 'lead:board.byTeam' : 'lead:board.byPriority')}
          rowHead={label}
          rows={board.rows}
          rowKey={(row) => row.key}
          rowLabel={name}
          columns={rowFigures.map((id) => ({
            id,
            head: t(`lead:figure.${id}`),
            cell: (row: Row) => figure(id, row[id], row.list, name(row)),
          }))}
        />
      </div>
    </>
  )
}
