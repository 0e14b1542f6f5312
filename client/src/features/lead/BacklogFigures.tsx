import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '~/components/charts/ChartFigure'
import type { ChartSeries } from '~/components/charts/patterns'
import type { BacklogReport, BacklogRow } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { FigureLink } from './FigureLink'
import { ReportTable } from './ReportTable'
import { Tiles } from './Tiles'
import { useIntervalLabel } from './use-interval-label'
import { useOpenList } from './use-open-list'

const TimeChart = lazy(() => import('~/components/charts/TimeChart'))

const figures = ['opened', 'resolved', 'closed', 'notResolved', 'notClosed'] as const

/** The pile at the end of each interval, and what came and went in it. */
export function BacklogFigures({ report }: { report: BacklogReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useOpenList()
  const label = useIntervalLabel(report)
  const figure = (row: BacklogRow, id: (typeof figures)[number]) => (
    <FigureLink count={row[id]} list={row.list[id] ?? ''} what={t(`lead:pile.${id}`)} of={label(row)} />
  )
  const bars: ChartSeries[] = [
    { id: 'opened', label: t('lead:pile.opened'), color: 'var(--ok-solid)', pattern: 'hatched' },
    { id: 'resolved', label: t('lead:pile.resolved'), color: 'var(--met-solid)', pattern: 'solid' },
  ]
  const line: ChartSeries = {
    id: 'notResolved',
    label: t('lead:pile.notResolved'),
    color: 'var(--text)',
    pattern: 'line',
  }
  const last = report.rows.at(-1)
  const first = report.rows[0]
  // The pile as it was when the period began: before what came in and what left in the first interval.
  const begin = first ? first.notClosed - first.opened + first.closed : 0
  return (
    <>
      {last && (
        <Tiles
          label={t('lead:backlog.tiles')}
          tiles={[
            {
              id: 'notResolved',
              label: t('lead:pile.notResolved'),
              value: figure(last, 'notResolved'),
              note: label(last),
            },
            {
              id: 'notClosed',
              label: t('lead:pile.notClosed'),
              value: figure(last, 'notClosed'),
              note: t('lead:backlog.begin', { text: format.number(begin) }),
            },
          ]}
        />
      )}
      <ChartFigure label={t('lead:backlog.chart')} series={[...bars, line]} height={280}>
        <TimeChart
          points={report.rows.map((row) => ({
            label: label(row),
            values: { opened: row.opened, resolved: row.resolved, notResolved: row.notResolved },
          }))}
          bars={bars}
          line={line}
          format={format.number}
          onOpen={(at, id) => open(report.rows[at]?.list[id])}
        />
      </ChartFigure>
      <div className="card">
        <ReportTable
          caption={t('lead:backlog.table')}
          rowHead={t(`lead:interval.${report.interval}`)}
          rows={[...report.rows].reverse()}
          rowKey={(row) => row.at}
          rowLabel={label}
          columns={figures.map((id) => ({
            id,
            head: t(`lead:pile.${id}`),
            cell: (row: BacklogRow) => figure(row, id),
          }))}
        />
      </div>
      <p className="meta">{t('lead:backlog.note')}</p>
    </>
  )
}
