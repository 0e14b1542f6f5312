import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { useTransition } from '~/data/incidents'
import { SayDialog, type Said } from './SayDialog'

/** What the requester decides: it works, it does not, it is no longer needed, how does it go. */
export function RequestActions({ incident, mine }: { incident: Incident; mine: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Said | null>(null)
  const transition = useTransition(incident.reference)
  const may = (verb: string) => incident.allowedTransitions.includes(verb)
  const waitsForMe = incident.pending?.reason === 'awaitingRequester'
  const nudges = mine && ['new', 'assigned', 'inProgress', 'pending'].includes(incident.state) && !waitsForMe
  const act = (verb: string, body: Record<string, unknown> = {}) =>
    transition.mutate(
      { verb, body },
      {
        onSuccess: (answer) => {
          setAsked(null)
          toast(t(`portal:done.${verb === 'follow-up' ? 'followUp' : verb}`, { reference: answer.reference }))
          if (verb === 'follow-up') void navigate({ to: '/help/requests/$ref', params: { ref: answer.reference } })
        },
      },
    )
  const say = (text: string) => {
    if (asked === 'reopen') act('reopen', { text })
    else if (asked === 'cancel') act('cancel', { reason: text })
    else act('follow-up', { description: text })
  }
  const ask = (what: Said) => {
    transition.reset()
    setAsked(what)
  }
  return (
    <>
      {transition.error && !asked && <ErrorPanel error={transition.error} />}
      <div className="row" data-noprint>
        {may('close') && mine && (
          <BusyButton onClick={() => act('close')} busy={transition.isPending}>
            {t('portal:confirm')}
          </BusyButton>
        )}
        {may('reopen') && (
          <Button variant="default" onClick={() => ask('reopen')}>
            {t('portal:reopen')}
          </Button>
        )}
        {incident.state === 'closed' && may('follow-up') && mine && (
          <Button variant="default" onClick={() => ask('followUp')}>
            {t('portal:followUp')}
          </Button>
        )}
        {nudges && (
          <BusyButton variant="default" onClick={() => act('nudge')} busy={transition.isPending}>
            {t('portal:nudge')}
          </BusyButton>
        )}
        {may('cancel') && mine && (
          <Button variant="subtle" onClick={() => ask('cancel')}>
            {t('portal:cancel')}
          </Button>
        )}
      </div>
      {asked && (
        <SayDialog
          what={asked}
          busy={transition.isPending}
          error={transition.error}
          onClose={() => setAsked(null)}
          onSay={say}
        />
      )}
    </>
  )
}
