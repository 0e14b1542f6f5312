import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { Markdown } from '~/components/Markdown'
import { SkeletonLines } from '~/components/SkeletonLines'
import { incidentQuery } from '~/data/incidents'
import styles from './SimilarSolution.module.css'
import type { TicketActs } from './use-ticket-acts'

interface Props {
  /** Of the ticket that is solved. */
  reference: string
  /** The one that is not. */
  incident: Incident
  acts: TicketActs
  onAnswer: (text: string) => void
}

/** How a similar ticket was solved, to be read first and then used again. */
export function SimilarSolution({ reference, incident, acts, onAnswer }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const solved = useQuery({ ...incidentQuery(reference), enabled: open })
  const text = solved.data?.resolution?.text
  const over = incident.state === 'closed' || incident.state === 'cancelled'
  return (
    <div className={styles.solution}>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-expanded={open}
        aria-label={t('ticket:similar.solutionOf', { reference })}
        onClick={() => setOpen(!open)}
      >
        {t('ticket:similar.solution')}
      </Button>
      {open && (
        <div className={styles.text}>
          {solved.isPending && <SkeletonLines count={2} />}
          {solved.error && <ErrorPanel error={solved.error} />}
          {solved.data && !text && <p className="dim">{t('ticket:similar.none')}</p>}
          {text && <Markdown text={text} />}
          {text && !over && (
            <div className="row">
              {incident.allowedTransitions.includes('resolve') && (
                <Button size="compact-sm" variant="default" onClick={() => acts.ask('resolve', text)}>
                  {t('ticket:similar.resolve')}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => onAnswer(text)}>
                {t('ticket:similar.answer')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  )
}
