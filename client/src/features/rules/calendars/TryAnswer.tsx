import { useTranslation } from 'react-i18next'
import { useFormat, makeFormat, timeZone } from '~/i18n/format'
import { currentLanguage } from '~/i18n'
import { fromIso, serviceTime } from '../shared/service-time'
import type { Answer, Asked } from './TryCalendar'
import styles from './TryCalendar.module.css'

interface Props {
  zone: string
  asked: Asked
  answer: Answer
}

/** What came of it, and stretch by stretch why; the counted column adds up to the answer. */
export function TryAnswer({ zone, asked, answer }: Props) {
  const { t } = useTranslation()
  const reader = useFormat()
  const language = currentLanguage()
  const there = makeFormat(language, zone)
  const elapsed = fromIso(answer.elapsed)
  const counted = answer.trace.reduce((sum, step) => sum + step.seconds, 0)
  const elsewhere = answer.dueAt && timeZone.get() !== zone
  return (
    <div className="card stack">
      <p className={styles.answer}>
        {answer.dueAt
          ? t('rules:try.due', { at: there.full(answer.dueAt), zone })
          : t('rules:try.elapsed', { time: serviceTime(elapsed ?? 0, language) })}
      </p>
      {elsewhere && (
        <p className="dim">{t('rules:try.forYou', { at: reader.full(answer.dueAt!), zone: timeZone.get() })}</p>
      )}
      <p className="dim">
        {t('rules:try.asked', { at: there.full((asked.start ?? asked.from)!) })}
        {asked.duration && ` · ${serviceTime(fromIso(asked.duration)!, language)}`}
      </p>
      <div className="scroll-x">
        <table className="table" aria-label={t('rules:try.steps')}>
          <thead>
            <tr>
              <th scope="col">{t('rules:try.from')}</th>
              <th scope="col">{t('rules:try.to')}</th>
              <th scope="col">{t('rules:try.what')}</th>
              <th scope="col" className="num">
                {t('rules:try.counted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.trace.map((step) => (
              <tr key={step.from} data-kind={step.kind} className={styles.step}>
                <td>{there.dateTime(step.from)}</td>
                <td>{there.dateTime(step.to)}</td>
                <td>
                  {t(`rules:try.kind.${step.kind}`)}
                  {step.label && ` · ${step.label}`}
                </td>
                <td className="num">{step.seconds > 0 ? serviceTime(step.seconds, language) : '—'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('rules:try.total')}
              </th>
              <td className="num">
                <strong>{serviceTime(counted, language)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
