import type { ReactNode } from 'react'
import styles from './ReportTable.module.css'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** It holds words, which begin at the left. */
  words?: boolean
}

interface Props<Row> {
  caption: string
  /** What the rows are told apart by. */
  rowHead: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowLabel: (row: Row) => ReactNode
  columns: readonly Column<Row>[]
  total?: Row | undefined
  totalLabel?: string
}

/** Figures in rows; on a phone each row is its name and a line of them. */
export function ReportTable<Row>({ caption, rowHead, rows, rowKey, rowLabel, columns, total, totalLabel }: Props<Row>) {
  const line = (row: Row, label: ReactNode, key?: string) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td key={column.id} className={column.words ? undefined : 'num'} data-head={column.head}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
  return (
    <table className={`table ${styles.table}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowHead}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.words ? undefined : 'num'}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map((row) => line(row, rowLabel(row), rowKey(row)))}</tbody>
      {total && <tfoot>{line(total, totalLabel)}</tfoot>}
    </table>
  )
}
