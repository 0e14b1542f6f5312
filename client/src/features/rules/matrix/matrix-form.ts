import type { Schemas } from '~/api/types'

export type Matrix = Schemas['PriorityMatrixResponse']
export type Priority = Schemas['Priority']

export const levels = ['high', 'medium', 'low'] as const
export const priorities = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

type Level = (typeof levels)[number]
export type Cell = `${Level}_${Level}`

/** A field for each cell: impact, then urgency. */
export type MatrixForm = Record<Cell, Priority>

export const cell = (impact: Level, urgency: Level): Cell => `${impact}_${urgency}`

export const cells: Cell[] = levels.flatMap((impact) => levels.map((urgency) => cell(impact, urgency)))

export const valuesOfMatrix = ({ rows }: Matrix): MatrixForm =>
  Object.fromEntries(cells.map((name, at) => [name, rows[Math.floor(at / 3)]![at % 3]!])) as MatrixForm

/** The nine cells as rows of impact. */
export const bodyOfMatrix = (values: Partial<MatrixForm>) => ({
  rows: levels.map((impact) => levels.map((urgency) => values[cell(impact, urgency)])),
})

/** Cells in which something more urgent or of more impact would come after something less so. */
export function oddCells(values: MatrixForm): Cell[] {
  const rank = (impact: number, urgency: number) => priorities.indexOf(values[cell(levels[impact]!, levels[urgency]!)])
  return cells.filter((_, at) => {
    const [impact, urgency] = [Math.floor(at / 3), at % 3]
    const above = impact > 0 && rank(impact - 1, urgency) > rank(impact, urgency)
    const before = urgency > 0 && rank(impact, urgency - 1) > rank(impact, urgency)
    return above || before
  })
}
