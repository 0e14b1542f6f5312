import { Button, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { commentsQuery } from '~/data/incidents'
import { allUsersQuery } from '~/data/people'
import { useSession } from '~/data/session'
import type { TicketActs } from './use-ticket-acts'

interface Props {
  incident: Incident
  asked: 'merge' | 'major' | 'split'
  acts: TicketActs
}

/** Acts that bring in another ticket or person: merging, splitting off, declaring a major incident. */
export default function RelateDialog({ incident, asked, acts }: Props) {
  const { t } = useTranslation()
  const me = useSession()?.user
  const [into, setInto] = useState('')
  const [leadId, setLead] = useState(me?.id ?? '')
  const [text, setText] = useState('')
  const [commentId, setComment] = useState('')
  const people = useQuery({
    ...allUsersQuery({ role: 'technician', active: true }),
    enabled: asked === 'major',
  })
  const comments = useQuery({ ...commentsQuery(incident.reference), enabled: asked === 'split' }).data?.items ?? []
  const leads = (people.data?.items ?? []).filter((person) => person.id !== me?.id)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked === 'merge' && into.trim()) acts.run('merge', { intoId: into.trim() })
    if (asked === 'major' && text.trim()) acts.run('declare-major', { leadId, summary: text.trim() })
    if (asked === 'split' && commentId && text.trim()) acts.run('split', { commentId, title: text.trim() })
  }
  return (
    <Dialog title={t(`desk:key.${asked}`)} onClose={acts.dismiss}>
      <form className="stack" onSubmit={submit}>
        {asked === 'merge' && (
          <>
            <p>{t('desk:mergeHelp')}</p>
            <TextInput
              label={t('desk:mergeInto')}
              placeholder="INC-000123"
              required
              data-autofocus
              value={into}
              onChange={(event) => setInto(event.currentTarget.value)}
            />
          </>
        )}
        {asked === 'major' && me && (
          <NativeChoice
            label={t('desk:majorLead')}
            value={leadId}
            onChange={setLead}
            options={[[me.id, me.name], ...leads.map((person) => [person.id, person.name] as const)]}
          />
        )}
        {asked === 'split' && (
          <NativeChoice
            label={t('desk:splitComment')}
            required
            value={commentId}
            onChange={setComment}
            options={[['', '—'], ...comments.map((comment) => [comment.id, comment.body.slice(0, 80)] as const)]}
          />
        )}
        {asked !== 'merge' && (
          <Textarea
            label={t(asked === 'major' ? 'desk:majorSummary' : 'desk:splitTitle')}
            required
            autosize
            minRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {acts.error && <ErrorPanel error={acts.error} />}
        <div className="row-end">
          <Button variant="default" onClick={acts.dismiss}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={acts.busy}>
            {t(`desk:key.${asked}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
