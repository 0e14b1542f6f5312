import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { useTransition } from '~/data/incidents'

type Asked = 'reopen' | 'cancel'

/** What the requester decides: it works, it does not, it is no longer needed. */
export function RequestActions({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [text, setText] = useState('')
  const transition = useTransition(incident.reference)
  const may = (verb: string) => incident.allowedTransitions.includes(verb)
  const act = (verb: string, body: Record<string, unknown> = {}) =>
    transition.mutate(
      { verb, body },
      {
        onSuccess: () => {
          setAsked(null)
          setText('')
          toast(t(`portal:done.${verb}`))
        },
      },
    )
  return (
    <>
      {transition.error && !asked && <ErrorPanel error={transition.error} />}
      <div className="row">
        {may('close') && (
          <Button onClick={() => act('close')} loading={transition.isPending}>
            {t('portal:confirm')}
          </Button>
        )}
        {may('reopen') && (
          <Button variant="default" onClick={() => setAsked('reopen')}>
            {t('portal:reopen')}
          </Button>
        )}
        {may('cancel') && (
          <Button variant="subtle" onClick={() => setAsked('cancel')}>
            {t('portal:cancel')}
          </Button>
        )}
      </div>
      {asked && (
        <Dialog title={t(`portal:${asked}`)} onClose={() => setAsked(null)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim()) act(asked, asked === 'reopen' ? { text: text.trim() } : { reason: text.trim() })
            }}
          >
            <Textarea
              label={t(`portal:ask.${asked}`)}
              required
              autosize
              minRows={3}
              data-autofocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {transition.error && <ErrorPanel error={transition.error} />}
            <div className="row-end">
              <Button type="submit" loading={transition.isPending}>
                {t('portal:send')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
