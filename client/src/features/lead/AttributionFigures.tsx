import { ChevronRight } from 'lucide-react'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '~/components/charts/ChartFigure'
import type { ChartSeries } from '~/components/charts/patterns'
import { EmptyState } from '~/components/EmptyState'
import type { AttributionReport } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import styles from './AttributionFigures.module.css'
import { attributionLines, type AttributionLine } from './attribution-lines'
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

/** The open time by who had it: a team with its queue and its people, a reason to wait, or nobody; or one kind of holder alone. */
export function AttributionFigures({ report, holder }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const openList = useOpenList()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { total } = report
  const lines = attributionLines(report, holder)
  const rows = lines.flatMap((line) => (open.has(line.key) ? [line, ...line.below] : [line]))
  const top = new Set(lines)
  const label = (line: AttributionLine) =>
    line.reason ? t(`lead:waiting.${line.reason}`) : line.kind === 'nobody' ? t('lead:holder.nobody') : line.label
  const kind = (line: AttributionLine) =>
    t(line.kind === 'whole' ? 'lead:attribution.team' : `lead:holder.${line.kind}`)
  // Little is not nothing.
  const share = (part: number) => (part < least ? `<\u00a0${format.percent(least)}` : format.percent(part))
  const toggle = (key: string) =>
    setOpen((before) =>
      before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key]),
    )
  const head = (line: AttributionLine) =>
    line.below.length > 0 ? (
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open.has(line.key)}
        onClick={() => toggle(line.key)}
      >
        <ChevronRight size={14} aria-hidden />
        {label(line)}
      </button>
    ) : (
      <span className={top.has(line) ? (holder ? undefined : styles.plain) : styles.below}>{label(line)}</span>
    )
  const tickets = (line: AttributionLine) => (
    <FigureLink count={line.tickets} list={line.list} what={t('lead:attribution.of')} of={label(line)} />
  )
  const series: ChartSeries[] = holders
    .filter((id) => lines.some((line) => line.parts[id]))
    .map((id) => ({
      id,
      label: t(`lead:holder.${id}`),
      color: `var(${looks[id].color})`,
      pattern: looks[id].pattern,
    }))
  const largest = mostRows(lines, (line) => line.seconds)
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
          { id: 'time', label: t('lead:attribution.time'), value: format.openTime(total.seconds) },
          ...holders
            .flatMap((id) => report.holders.find((row) => row.holder === id) ?? [])
            .map((row) => ({
              id: row.holder,
              label: t(`lead:holder.${row.holder}`),
              value: share(row.share),
              note: (
                <FigureLink
                  count={row.tickets}
                  list={row.list.tickets ?? ''}
                  what={t('lead:attribution.of')}
                  of={t(`lead:holder.${row.holder}`)}
                  text={t('lead:tickets.count', { count: row.tickets, text: format.number(row.tickets) })}
                />
              ),
            })),
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
            note={largest.length < lines.length ? t('lead:largest', { count: largest.length }) : undefined}
          >
            <BarsChart
              rows={largest.map((line) => ({
                key: line.key,
                label: `${label(line)} · ${share(line.share)}`,
                values: line.parts,
              }))}
              series={series}
              format={(value) => format.openTime(value * 3600)}
              onOpen={(wanted) => openList(lines.find((line) => line.key === wanted)?.list)}
            />
          </ChartFigure>
          <div className="card">
            <ReportTable
              caption={t('lead:attribution.table')}
              rowHead={t('lead:filter.holder')}
              rows={rows}
              rowKey={(line) => line.key}
              rowLabel={head}
              columns={[
                {
                  id: 'holder',
                  head: t('lead:attribution.kind'),
                  words: true,
                  cell: kind,
                },
                { id: 'hours', head: t('lead:attribution.hours'), cell: (row) => format.openTime(row.seconds) },
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
