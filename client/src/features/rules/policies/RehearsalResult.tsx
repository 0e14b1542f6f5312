import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './PolicyPage.module.css'
import type { PolicyForm } from './policy-form'

type Simulation = Schemas['SimulationResponse']
type Counts = Schemas['SimulationCounts']

const figures = [
  'tickets',
  'deadlines',
  'moved',
  'earlier',
  'later',
  'added',
  'removed',
  'becomeLate',
  'noLongerLate',
] as const

/** The list of the open tickets that the conditions name; what a list cannot be narrowed by is left out. */
function filterOf({ practice, priorities, serviceIds, categoryIds, siteIds }: PolicyForm): string {
  const params = new URLSearchParams({ open: 'true' })
  if (practice) params.append('practice', practice)
  for (const each of priorities) params.append('priority', each)
  for (const each of serviceIds) params.append('serviceId', each)
  for (const each of categoryIds) params.append('categoryId', each)
  for (const each of siteIds) params.append('siteId', each)
  return params.toString()
}

/** What a rehearsal found: in a sentence, in figures, and team by team. */
export function RehearsalResult({ answer, form }: { answer: Simulation; form: PolicyForm }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { open, recent } = answer
  const quiet = (counts: Counts) => counts.moved + counts.added + counts.removed === 0
  return (
    <div className="stack">
      <p>
        <strong>
          {quiet(open)
            ? t('rules:rehearsal.nothing', { count: open.tickets })
            : t('rules:rehearsal.moved', { count: open.moved, deadlines: open.deadlines })}
        </strong>{' '}
        {!quiet(open) && t('rules:rehearsal.late', { count: open.becomeLate })}{' '}
        {open.noLongerLate > 0 && t('rules:rehearsal.saved', { count: open.noLongerLate })}
      </p>
      {!answer.complete && <p role="alert">{t('rules:rehearsal.incomplete')}</p>}
      <p>
        <Link to="/desk/queues/$view" params={{ view: 'all' }} search={{ filter: filterOf(form) }} target="_blank">
          {t('rules:rehearsal.list')}
        </Link>
      </p>
      <table className={`table ${styles.numbers}`} aria-label={t('rules:rehearsal.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('rules:rehearsal.figures')}</th>
            <th scope="col" className="num">
              {t('rules:rehearsal.open')}
            </th>
            <th scope="col" className="num">
              {t('rules:rehearsal.recent', { count: answer.days })}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{t(`rules:rehearsal.figure.${figure}`)}</th>
              <td className="num">{format.number(open[figure])}</td>
              <td className="num">{format.number(recent[figure])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(open.byTeam ?? []).length > 0 && (
        <table className={`table ${styles.numbers}`}>
          <caption className="visually-hidden">{t('rules:rehearsal.byTeam')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rules:rehearsal.team')}</th>
              {(['tickets', 'moved', 'becomeLate'] as const).map((figure) => (
                <th key={figure} scope="col" className="num">
                  {t(`rules:rehearsal.figure.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.byTeam!.map(({ team, counts }) => (
              <tr key={team?.id ?? 'none'}>
                <th scope="row">{team?.name ?? t('rules:rehearsal.noTeam')}</th>
                <td className="num">{format.number(counts.tickets)}</td>
                <td className="num">{format.number(counts.moved)}</td>
                <td className="num">{format.number(counts.becomeLate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="meta">{t('rules:rehearsal.asOf', { at: format.full(answer.at) })}</p>
    </div>
  )
}
