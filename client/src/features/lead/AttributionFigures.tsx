import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '~/components/charts/ChartFigure'
import type { ChartSeries } from '~/components/charts/patterns'
import { EmptyState } from '~/components/EmptyState'
import type { AttributionReport, AttributionRow } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { FigureLink } from './FigureLink'
import { mostRows } from './most-rows'
import { holders } from './choices'
import { ReportTable } from './ReportTable'
import { Tiles } from './Tiles'
import { useOpenList } from './use-open-list'

const BarsChart = lazy(() => import('~/components/charts/BarsChart'))

const looks = {
  waiting: { color: '--paused-solid', pattern: 'dots' },
  team: { color: '--risk-solid', pattern: 'hatched' },
  person: { color: '--ok-solid', pattern: 'solid' },
  nobody: { color: '--breach-solid', pattern: 'crossed' },
} as const

type Holder = (typeof holders)[number]

/** The smallest share that is written out. */
const least = 0.001

interface Props {
  report: AttributionReport
  holder: Holder | undefined
}

/** The open time by who had it: a person, a queue nobody took it from, a reason to wait, or nobody. */
export function AttributionFigures({ report, holder }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useOpenList()
  const { total } = report
  const rows = report.rows.filter((row) => !holder || row.holder === holder)
  const label = (row: AttributionRow) => (row.holder === 'waiting' ? t(`lead:waiting.${row.key}`) : row.label)
  const hours = (row: { hours: number }) => t('lead:hours', { text: format.number(row.hours) })
  // Little is not nothing.
  const share = (part: number) => (part < least ? `<\u00a0${format.percent(least)}` : format.percent(part))
  const series: ChartSeries[] = holders
    .filter((id) => rows.some((row) => row.holder === id))
    .map((id) => ({
      id,
      label: t(`lead:holder.${id}`),
      color: `var(${looks[id].color})`,
      pattern: looks[id].pattern,
    }))
  const tickets = (row: AttributionRow) => (
    <FigureLink count={row.tickets} list={row.list.tickets ?? ''} what={t('lead:attribution.of')} of={label(row)} />
  )
  const largest = mostRows(rows, (row) => row.seconds)
  const key = (row: AttributionRow) => `${row.holder} ${row.key}`
  const part = (id: Holder) => report.rows.filter((row) => row.holder === id).reduce((sum, row) => sum + row.share, 0)
  return (
    <>
      <Tiles
        label={t('lead:attribution.tiles')}
        tiles={[
          {
            id: 'tickets',
            label: t('lead:attribution.tickets'),
            value: (
              <FigureLink count={total.tickets} list={total.list.tickets ?? ''} what={t('lead:attribution.tickets')} />
            ),
            note:
              total.movesPerTicket === null
                ? undefined
                : t('lead:attribution.moves', { text: format.number(total.movesPerTicket) }),
          },
          { id: 'time', label: t('lead:attribution.time'), value: hours({ hours: Math.round(total.hours) }) },
          ...holders
            .filter((id) => report.rows.some((row) => row.holder === id))
            .map((id) => ({ id, label: t(`lead:holder.${id}`), value: format.percent(part(id)) })),
        ]}
      />
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('lead:attribution.none')} />
        </div>
      ) : (
        <>
          <ChartFigure
            label={t('lead:attribution.chart')}
            series={series}
            height={largest.length * 34 + 44}
            note={largest.length < rows.length ? t('lead:largest', { count: largest.length }) : undefined}
          >
            <BarsChart
              rows={largest.map((row) => ({
                key: key(row),
                label: `${label(row)} · ${format.percent(row.share)}`,
                values: { [row.holder]: row.hours },
              }))}
              series={series}
              format={(value) => t('lead:hours', { text: format.number(value) })}
              onOpen={(wanted) => open(rows.find((row) => key(row) === wanted)?.list.tickets)}
            />
          </ChartFigure>
          <div className="card">
            <ReportTable
              caption={t('lead:attribution.table')}
              rowHead={t('lead:filter.holder')}
              rows={rows}
              rowKey={key}
              rowLabel={label}
              columns={[
                {
                  id: 'holder',
                  head: t('lead:attribution.kind'),
                  words: true,
                  cell: (row) => t(`lead:holder.${row.holder}`),
                },
                { id: 'hours', head: t('lead:attribution.hours'), cell: (row) => format.number(row.hours) },
                { id: 'share', head: t('lead:attribution.share'), cell: (row) => share(row.share) },
                {
                  id: 'tickets',
                  head: t('lead:attribution.of'),
                  cell: tickets,
                },
              ]}
            />
          </div>
        </>
      )}
      <p className="meta">{t('lead:attribution.note')}</p>
    </>
  )
}
