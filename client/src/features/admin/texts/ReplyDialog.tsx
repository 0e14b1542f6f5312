import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { bodyOfTexts, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'
import { Places } from './Places'
import { bodyOfSharing, teamCheck, type Sharing } from './sharing'
import { SharingFields } from './SharingFields'

type Reply = Schemas['ReplyResponse']

interface Fields extends Sharing {
  name: Texts
  body: Texts
}

const checks: Checks<Fields> = { name: texts(), body: texts(20_000), teamId: teamCheck }

const fieldsOf = (reply: Reply): Fields => ({
  name: textsOf(reply.names),
  body: textsOf(reply.bodies),
  scope: reply.scope,
  teamId: reply.team?.id ?? '',
})

/** Sharing is told as a whole, even when only the team or only the circle changed. */
const bodyOf =
  (reply: Reply | undefined) =>
  ({ name, body, scope, teamId }: Partial<Fields>) => ({
    ...(name && { name: bodyOfTexts(name) }),
    ...(body && { body: bodyOfTexts(body) }),
    ...((scope !== undefined || teamId !== undefined) &&
      bodyOfSharing({
        scope: scope ?? reply?.scope ?? 'everybody',
        teamId: teamId ?? reply?.team?.id ?? '',
      })),
  })

export function ReplyDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Reply> path="/replies" id={id} onClose={onClose}>
      {(reply) => (
        <FormDialog<Fields, Reply>
          title={t(reply ? 'admin:replies.edit' : 'admin:replies.new')}
          size="lg"
          target={{
            path: reply ? `/replies/${reply.id}` : '/replies',
            record: reply,
            valuesOf: fieldsOf,
            bodyOf: bodyOf(reply),
            codes: { 'reply.unknown_variable': 'body.en' },
          }}
          checks={checks}
          defaults={{ name: { en: '', fr: '' }, body: { en: '', fr: '' }, scope: 'everybody', teamId: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextsField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
          <TextsField name="body" label={t('admin:replies.body')} required lines={6} />
          <Places />
          <SharingFields />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
