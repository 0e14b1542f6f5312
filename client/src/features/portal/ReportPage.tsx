import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { Choice } from '~/components/Choice'
import { CustomFieldInputs } from '~/components/custom-fields/CustomFieldInputs'
import { useCustomFields } from '~/components/custom-fields/use-custom-fields'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileDrop } from '~/components/FileDrop'
import { PageHeader } from '~/components/PageHeader'
import { toast } from '~/components/toast'
import { useSession } from '~/data/session'
import { isKept, untilSent } from '~/data/until-sent'
import { randomId } from '~/lib/ids'
import { dropKept, useKept } from '~/lib/kept'
import { OutagesLikeThis } from './Outages'
import { splitReport } from './split-report'
import { Suggestions } from './Suggestions'
import { useUpload } from './use-upload'

const reach = { me: 'low', team: 'medium', site: 'high' } as const
const pressure = { yes: 'low', partly: 'medium', no: 'high' } as const

/** A problem in three fields: what happens, whom it touches, whether work goes on; and what the organisation insists on. */
export function ReportPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { text: given = '' } = useSearch({ from: '/_app/help/report' })
  const me = useSession()?.user.id ?? ''
  const [text, setText, forget] = useKept(`report-${me}`, given)
  const [files, setFiles] = useState<File[]>([])
  const [whom, setWhom] = useState<keyof typeof reach>('me')
  const [works, setWorks] = useState<keyof typeof pressure>('partly')
  const [missing, setMissing] = useState(false)
  const custom = useCustomFields((field) => field.required)
  const upload = useUpload()
  const key = useRef(randomId())
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  // What was brought along is kept like what is typed: coming back finds what was made of it, and nothing once it was sent.
  useEffect(() => {
    if (given === '') return
    setText(given)
    void navigate({ to: '/help/report', search: {}, replace: true })
  }, [given, setText, navigate])
  const over = () => {
    forget()
    dropKept(`ask-${me}`)
  }
  // In the place of this page: nobody comes back to a form that was sent.
  const show = (reference: string) => navigate({ to: '/help/requests/$ref', params: { ref: reference }, replace: true })
  const open = useMutation({
    ...untilSent,
    mutationFn: async () =>
      request<Incident>('POST', '/incidents', {
        body: {
          ...splitReport(text),
          impact: reach[whom],
          urgency: pressure[works],
          customFields: custom.body(),
          attachmentIds: await upload(files),
        },
        headers: { 'Idempotency-Key': key.current },
      }),
    onSuccess: async (incident) => {
      over()
      await queryClient.invalidateQueries({ queryKey: ['tickets'] })
      if (here.current) await show(incident.reference)
      toast(t('portal:report.sent', { reference: incident.reference }))
    },
    onError: custom.refuse,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending) return
    if (text.trim() === '') {
      setMissing(true)
      document.getElementById('what')?.focus()
    } else if (custom.complete()) open.mutate()
  }
  return (
    <form onSubmit={submit} className="page narrow stack-l" noValidate>
      <PageHeader title={t('portal:report.title')} />
      <div className="stack">
        <FileDrop files={files} onChange={setFiles}>
          <Textarea
            id="what"
            label={t('portal:report.what')}
            description={t('portal:report.whatHelp')}
            required
            autosize
            minRows={5}
            maxRows={16}
            autoFocus
            value={text}
            error={missing && text.trim() === '' ? t('required') : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </FileDrop>
        <div className="stack-s">
          <OutagesLikeThis
            text={text}
            onJoined={(reference) => {
              over()
              void navigate({ to: '/help/outages/$ref', params: { ref: reference }, replace: true })
            }}
          />
          <Suggestions text={text} />
        </div>
      </div>
      <Choice
        label={t('portal:report.whom')}
        value={whom}
        onChange={setWhom}
        options={[
          ['me', t('portal:report.me')],
          ['team', t('portal:report.team')],
          ['site', t('portal:report.site')],
        ]}
      />
      <Choice
        label={t('portal:report.works')}
        value={works}
        onChange={setWorks}
        options={[
          ['yes', t('portal:report.worksYes')],
          ['partly', t('portal:report.worksPartly')],
          ['no', t('portal:report.worksNo')],
        ]}
      />
      {custom.fields.length > 0 && (
        <div className="stack">
          <CustomFieldInputs form={custom} />
        </div>
      )}
      {open.error && !custom.tells(open.error) && <ErrorPanel error={open.error} />}
      {isKept(open) && (
        <p role="status" className="dim">
          {t('offlineWaiting')}
        </p>
      )}
      <div className="row">
        <BusyButton type="submit" size="md" busy={open.isPending}>
          {t('portal:report.send')}
        </BusyButton>
      </div>
    </form>
  )
}
