import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '~/components/charts/ChartFigure'
import type { ChartSeries } from '~/components/charts/patterns'
import type { IncidentReport, IncidentReportRow } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { compared } from './compared'
import { FigureLink } from './FigureLink'
import { mostRows } from './most-rows'
import { ReportTable } from './ReportTable'
import { Tiles } from './Tiles'
import { useGroupLabel } from './use-group-label'
import { useOpenList } from './use-open-list'

const BarsChart = lazy(() => import('~/components/charts/BarsChart'))

const counts = ['opened', 'resolved', 'closed', 'reopened', 'reassigned'] as const

/** What the table tells beside them. */
const more = ['overridden', 'firstContactResolution'] as const

const times = ['medianHoursToResolve', 'meanHoursToResolve', 'p95HoursToResolve'] as const

interface Props {
  report: IncidentReport
  before: IncidentReportRow | undefined
  days: number
}

/** The incidents of a period: in all, by group as bars, and in numbers that open their lists. */
export function IncidentsFigures({ report, before, days }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useGroupLabel(report.groupBy)
  const open = useOpenList()
  const hours = (value: number | null) => (value === null ? '—' : format.duration(value * 3600))
  const figure = (row: IncidentReportRow, id: (typeof counts | typeof more)[number]) => (
    <FigureLink count={row[id]} list={row.list[id] ?? ''} what={t(`lead:count.${id}`)} of={label(row)} />
  )
  const earlier = (id: (typeof counts)[number]) => {
    const text = compared(report.total[id], before?.[id], format.percent)
    return text && t('lead:before.change', { count: days, text })
  }
  const series: ChartSeries[] = [
    { id: 'resolved', label: t('lead:count.resolved'), color: 'var(--met-solid)', pattern: 'solid' },
    { id: 'open', label: t('lead:incidents.notResolved'), color: 'var(--ok-solid)', pattern: 'hatched' },
  ]
  const largest = mostRows(report.rows, (row) => row.opened)
  return (
    <>
      <Tiles
        label={t('lead:total')}
        tiles={[
          ...counts.map((id) => ({
            id,
            label: t(`lead:count.${id}`),
            value: figure(report.total, id),
            note: earlier(id),
          })),
          {
            id: 'median',
            label: t('lead:time.median'),
            value: hours(report.total.medianHoursToResolve),
            note:
              typeof before?.medianHoursToResolve === 'number'
                ? t('lead:before.value', { count: days, text: hours(before.medianHoursToResolve) })
                : undefined,
          },
        ]}
      />
      <ChartFigure
        label={t('lead:incidents.chart')}
        series={series}
        height={largest.length * 34 + 44}
        note={largest.length < report.rows.length ? t('lead:largest', { count: largest.length }) : undefined}
      >
        <BarsChart
          rows={largest.map((row) => ({
            key: row.key ?? '',
            label: `${label(row)} · ${format.number(row.opened)}`,
            values: { resolved: row.resolved, open: row.opened - row.resolved },
          }))}
          series={series}
          format={format.number}
          onOpen={(key, id) => {
            const list = report.rows.find((row) => row.key === key)?.list
            open(id === 'resolved' ? list?.resolved : `${list?.opened}&q=resolved:empty`)
          }}
        />
      </ChartFigure>
      <div className="card">
        <ReportTable
          caption={t('lead:incidents.table')}
          rowHead={t(`lead:by.${report.groupBy}`)}
          rows={report.rows}
          rowKey={(row) => row.key ?? ''}
          rowLabel={label}
          total={report.total}
          totalLabel={t('lead:total')}
          columns={[
            ...[...counts, ...more].map((id) => ({
              id,
              head: t(`lead:count.${id}`),
              cell: (row: IncidentReportRow) => figure(row, id),
            })),
            ...times.map((id) => ({
              id,
              head: t(`lead:time.${id}`),
              cell: (row: IncidentReportRow) => hours(row[id]),
            })),
          ]}
        />
      </div>
      <p className="meta">{t('lead:incidents.note')}</p>
    </>
  )
}
