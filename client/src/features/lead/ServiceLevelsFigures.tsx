import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '~/components/charts/ChartFigure'
import type { ChartSeries } from '~/components/charts/patterns'
import { EmptyState } from '~/components/EmptyState'
import type { ServiceLevelReport, ServiceLevelReportRow } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { FigureLink } from './FigureLink'
import { mostRows } from './most-rows'
import { ReportTable } from './ReportTable'
import { Tiles } from './Tiles'
import { useGroupLabel } from './use-group-label'
import { useOpenList } from './use-open-list'

const BarsChart = lazy(() => import('~/components/charts/BarsChart'))

const outcomes = ['met', 'missed', 'late', 'running'] as const

/** Those that a share of kept promises is made of. */
const judged = ['met', 'missed', 'late'] as const

const looks = {
  met: { color: '--met-solid', pattern: 'solid' },
  missed: { color: '--breach-solid', pattern: 'hatched' },
  late: { color: '--risk-solid', pattern: 'crossed' },
  running: { color: '--paused-solid', pattern: 'outline' },
} as const

interface Props {
  report: ServiceLevelReport
  before: ServiceLevelReport | undefined
  days: number
  target: string
}

/** Compliance of each promise, then the chosen one by group: as bars, and the same in numbers that open their lists. */
export function ServiceLevelsFigures({ report, before, days, target }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useGroupLabel(report.groupBy)
  const open = useOpenList()
  const name = t(`target.${target}`)
  const share = (row: ServiceLevelReportRow) => (row.compliance === null ? '—' : format.percent(row.compliance))
  const figure = (
    row: ServiceLevelReportRow,
    outcome: (typeof outcomes)[number] | 'cancelled' | 'withoutClock',
    of = label(row),
  ) => (
    <FigureLink
      count={row[outcome] ?? 0}
      tickets={row.tickets[outcome]}
      list={row.list[outcome] ?? ''}
      what={t(`lead:outcome.${outcome}`)}
      of={of}
    />
  )
  const rows = report.rows.filter((row) => row.target === target)
  const total = report.totals.find((row) => row.target === target)
  const series: ChartSeries[] = outcomes.map((id) => ({
    id,
    label: t(`lead:outcome.${id}`),
    color: `var(${looks[id].color})`,
    pattern: looks[id].pattern,
  }))
  const inBars = (row: ServiceLevelReportRow) => row.met + row.missed + row.late + row.running
  const drawn = rows.filter((row) => inBars(row) > 0)
  const largest = mostRows(drawn, inBars)
  return (
    <>
      <Tiles
        label={t('lead:serviceLevels.tiles')}
        tiles={report.totals.map((row) => {
          const earlier = before?.totals.find((each) => each.target === row.target)?.compliance
          return {
            id: row.target ?? '',
            label: t(`target.${row.target}`),
            value: share(row),
            note: (
              <>
                {typeof earlier === 'number' && (
                  <span>{t('lead:before.value', { count: days, text: format.percent(earlier) })}</span>
                )}
                {judged.map((outcome) => (
                  <span key={outcome}>
                    {t(`lead:outcome.${outcome}`)}
                    {'\u00a0'}
                    {figure(row, outcome, t(`target.${row.target}`))}
                  </span>
                ))}
              </>
            ),
          }
        })}
      />
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('lead:serviceLevels.none', { target: name })} />
        </div>
      ) : (
        <>
          {drawn.length > 0 && (
            <ChartFigure
              label={t('lead:serviceLevels.chart', { target: name })}
              series={series}
              height={largest.length * 34 + 44}
              note={largest.length < drawn.length ? t('lead:largest', { count: largest.length }) : undefined}
            >
              <BarsChart
                rows={largest.map((row) => ({
                  key: row.key ?? '',
                  label: `${label(row)} · ${share(row)}`,
                  values: Object.fromEntries(outcomes.map((id) => [id, row[id]])),
                }))}
                series={series}
                format={format.number}
                onOpen={(key, outcome) => open(rows.find((row) => row.key === key)?.list[outcome])}
              />
            </ChartFigure>
          )}
          <div className="card">
            <ReportTable
              caption={t('lead:serviceLevels.table', { target: name })}
              rowHead={t(`lead:by.${report.groupBy}`)}
              rows={rows}
              rowKey={(row) => row.key ?? ''}
              rowLabel={label}
              total={total}
              totalLabel={t('lead:total')}
              columns={[
                ...([...outcomes, 'cancelled'] as const).map((outcome) => ({
                  id: outcome,
                  head: t(`lead:outcome.${outcome}`),
                  cell: (row: ServiceLevelReportRow) => figure(row, outcome),
                })),
                ...(target === 'nextResponse'
                  ? []
                  : [
                      {
                        id: 'withoutClock',
                        head: t('lead:outcome.withoutClock'),
                        cell: (row: ServiceLevelReportRow) => figure(row, 'withoutClock'),
                      },
                    ]),
                { id: 'compliance', head: t('lead:compliance'), cell: share },
              ]}
            />
          </div>
          <p className="meta">
            {t('lead:serviceLevels.note')}{' '}
            {t(target === 'nextResponse' ? 'lead:serviceLevels.cycles' : 'lead:serviceLevels.without')}
          </p>
        </>
      )}
    </>
  )
}
