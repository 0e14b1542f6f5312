import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Named, Page, Schemas } from '~/api/types'
import { CustomFieldInputs } from '~/components/custom-fields/CustomFieldInputs'
import { useCustomFields } from '~/components/custom-fields/use-custom-fields'
import { ErrorPanel } from '~/components/ErrorPanel'
import { FileDrop } from '~/components/FileDrop'
import { PageHeader } from '~/components/PageHeader'
import { PersonBox } from '~/components/PersonBox'
import type { FoundPerson } from '~/data/people-found'
import { TicketLinks } from '~/components/TicketLinks'
import { toast, toastError } from '~/components/toast'
import { upload } from '~/data/incidents'
import { categoriesQuery, servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
import { useSession } from '~/data/session'
import { suggestionsQuery, ticketsQuery } from '~/data/tickets'
import { useKept } from '~/lib/kept'
import styles from './NewTicketPage.module.css'

const levels = ['high', 'medium', 'low'] as const
type Level = (typeof levels)[number]

/** A ticket for somebody on the phone, on one page: who calls, what they have open already, what it is. */
export function NewTicketPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const session = useSession()
  const [caller, setCaller] = useState<FoundPerson | null>(null)
  const me = session?.user.id ?? ''
  const [title, setTitle, forgetTitle] = useKept(`new-title-${me}`)
  const [description, setDescription, forgetDescription] = useKept(`new-description-${me}`)
  const [impact, setImpact] = useState<Level>('low')
  const [urgency, setUrgency] = useState<Level>('medium')
  const [categoryId, setCategory] = useState('')
  const [serviceId, setService] = useState('')
  const [siteId, setSite] = useState('')
  const [teamId, setTeam] = useState(session?.user.defaultTeamId ?? '')
  const [channel, setChannel] = useState('phone')
  const [files, setFiles] = useState<File[]>([])
  const custom = useCustomFields()
  const categories = (useQuery(categoriesQuery).data?.items ?? []).filter((each) => each.active)
  const services = (useQuery(servicesQuery).data?.items ?? []).filter((each) => each.active)
  const sites = (useQuery(sitesQuery).data?.items ?? []).filter((each) => each.active)
  const teams = useQuery(teamsQuery).data?.items ?? []
  const byCategory = categories.find((each) => each.id === categoryId)?.defaultTeamId
  const usual = teams.find((each) => each.id === byCategory && each.active)
  const nobody = usual ? t('desk:new.usualTeam', { team: usual.name }) : '—'
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: () => request<Page<Schemas['TemplateResponse']>>('GET', '/ticket-templates', { query: { limit: 50 } }),
  }).data?.items
  const theirs = useQuery({
    ...ticketsQuery({ requesterId: caller?.id, open: true, sort: '-updatedAt', limit: 8 }),
    enabled: caller !== null,
  }).data?.items
  const similar = useQuery(suggestionsQuery(useDeferredValue(title.trim()))).data

  const open = useMutation({
    mutationFn: async (take: boolean) => {
      const attachmentIds = (await upload(files)).map((file) => file.id)
      const incident = await request<Incident>('POST', '/incidents', {
        body: {
          title: title.trim(),
          description: description.trim() || null,
          requesterId: caller?.id ?? null,
          impact,
          urgency,
          categoryId: categoryId || null,
          serviceId: serviceId || null,
          siteId: siteId || null,
          teamId: teamId || null,
          channel,
          customFields: custom.body(),
          attachmentIds: attachmentIds.length > 0 ? attachmentIds : null,
        },
      })
      if (take && teamId)
        await request('POST', `/incidents/${incident.id}/assign`, { body: { teamId, assigneeId: session?.user.id } })
      return incident
    },
    onSuccess: async (incident) => {
      forgetTitle()
      forgetDescription()
      await queryClient.invalidateQueries({ queryKey: ['tickets'] })
      toast(t('desk:new.opened', { reference: incident.reference }))
      await navigate({ to: '/desk/tickets/$ref', params: { ref: incident.reference } })
    },
    onError: custom.refuse,
  })
  const send = (take: boolean) => {
    if (caller && title.trim() && custom.complete()) open.mutate(take)
  }

  const fill = async (id: string) => {
    if (!id) return
    try {
      const made = await request<Schemas['RenderedTemplate']>('POST', `/ticket-templates/${id}/render`, {
        body: { requesterId: caller?.id ?? null },
      })
      setTitle(made.title)
      setDescription(made.description)
      setImpact(made.impact)
      setUrgency(made.urgency)
      if (made.categoryId) setCategory(made.categoryId)
      if (made.serviceId) setService(made.serviceId)
      if (made.teamId) setTeam(made.teamId)
    } catch (error) {
      toastError(error)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }
  const level = (label: string, value: Level, set: (level: Level) => void, word: (level: Level) => string) => (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value as Level)}
      data={levels.map((each) => ({ value: each, label: word(each) }))}
    />
  )
  const choice = (label: string, value: string, set: (id: string) => void, of: readonly Named[], none = '—') => (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      data={[{ value: '', label: none }, ...of.map((each) => ({ value: each.id, label: each.name }))]}
    />
  )
  return (
    <div className={styles.page}>
      <form className="stack" onSubmit={submit} noValidate>
        <PageHeader title={t('areas.newTicket')} />
        <PersonBox
          label={t('desk:new.caller')}
          help={
            caller
              ? [caller.email, caller.phone, caller.site?.name].filter(Boolean).join(' · ')
              : t('desk:new.callerHelp')
          }
          required
          autoFocus
          value={caller}
          onChange={(_, found) => {
            setCaller(found ?? null)
            // Where they sit is where it is, unless they say otherwise.
            if (found) setSite(found.site?.id ?? '')
          }}
        />
        {templates && templates.length > 0 && (
          <NativeSelect
            label={t('desk:new.template')}
            defaultValue=""
            onChange={(event) => void fill(event.currentTarget.value)}
            data={[{ value: '', label: '—' }, ...templates.map((each) => ({ value: each.id, label: each.name }))]}
          />
        )}
        <TextInput
          label={t('title')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <FileDrop files={files} onChange={setFiles}>
          <Textarea
            label={t('desk:field.description')}
            autosize
            minRows={4}
            maxRows={14}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </FileDrop>
        <div className={styles.pair}>
          {level(t('desk:field.impact'), impact, setImpact, (each) => t(`level.${each}`))}
          {level(t('desk:field.urgency'), urgency, setUrgency, (each) => t(`urgency.${each}`))}
          {services.length > 0 && choice(t('desk:field.serviceId'), serviceId, setService, services)}
          {choice(t('desk:field.categoryId'), categoryId, setCategory, categories)}
          {choice(t('desk:field.siteId'), siteId, setSite, sites)}
          {choice(t('desk:field.team'), teamId, setTeam, teams, nobody)}
          <NativeSelect
            label={t('desk:new.channel')}
            value={channel}
            onChange={(event) => setChannel(event.currentTarget.value)}
            data={(['phone', 'mail', 'portal'] as const).map((each) => ({ value: each, label: t(`channel.${each}`) }))}
          />
          <CustomFieldInputs form={custom} />
        </div>
        {open.error && !custom.tells(open.error) && <ErrorPanel error={open.error} />}
        <div className="row">
          <Button type="submit" loading={open.isPending} disabled={!caller || !title.trim()}>
            {t('desk:new.submit')}
          </Button>
          <Button
            variant="default"
            disabled={!caller || !title.trim() || !teamId || open.isPending}
            onClick={() => send(true)}
          >
            {t('desk:new.take')}
          </Button>
        </div>
      </form>
      <aside className="stack" aria-label={t('desk:new.known')}>
        {caller && (
          <section className="card stack">
            <h2>{t('desk:new.theirs', { name: caller.name })}</h2>
            <TicketLinks tickets={theirs ?? []} />
          </section>
        )}
        {similar && title.trim().length >= 3 && (
          <section className="card stack">
            <h2>{t('desk:tab.similar')}</h2>
            {similar.majors.map((major) => (
              <p key={major.id ?? major.title}>
                <strong>{t('desk:major')}</strong> — {major.title}
              </p>
            ))}
            <TicketLinks tickets={similar.similar} />
          </section>
        )}
      </aside>
    </div>
  )
}
