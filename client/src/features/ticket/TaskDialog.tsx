import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident, Named } from '~/api/types'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { DateBox } from '~/components/DateBox'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PersonBox } from '~/components/PersonBox'
import { teamsQuery, allUsersQuery } from '~/data/people'
import { timeZone, useFormat } from '~/i18n/format'
import { mergeChange } from '~/lib/merge'
import { useStore } from '~/lib/store'
import { instantIn, localIn } from '~/lib/zone-time'
import { changesOfTask, fieldsOfTask, type Task, type TaskFields } from './task-changes'

interface Props {
  incident: Incident
  task: Task
  onSaved: () => unknown
  onClose: () => void
}

/** What is to be done, by whom and until when. */
export default function TaskDialog({ incident, task, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const zone = useStore(timeZone)
  const [from, setFrom] = useState(task)
  const [title, setTitle] = useState(task.title)
  const [teamId, setTeam] = useState(task.team?.id ?? '')
  const [person, setPerson] = useState<Named | null>(task.assignee ?? null)
  const [due, setDue] = useState(task.dueAt ? localIn(Date.parse(task.dueAt), zone) : '')
  const [theirs, setTheirs] = useState<readonly string[]>([])
  const teams = useQuery(teamsQuery).data?.items ?? []
  const members = useQuery({ ...allUsersQuery({ team: teamId, active: true }), enabled: teamId !== '' })
  const known: readonly Named[] = members.data?.items ?? []
  // Whoever has it is a choice before the members are read, and after they left.
  const choices = person && !known.some((each) => each.id === person.id) ? [person, ...known] : known

  const wordsOf = (now: Task): Record<keyof TaskFields, string> => ({
    title: now.title,
    teamId: now.team?.name ?? '—',
    assigneeId: now.assignee?.name ?? '—',
    dueAt: now.dueAt ? format.dateTime(now.dueAt) : '—',
  })
  const send = (change: Partial<TaskFields>, version: number) =>
    request<Task>('PATCH', `/incidents/${incident.id}/tasks/${task.id}`, {
      body: change,
      headers: { 'If-Match': `"${version}"` },
    })
  const save = useMutation({
    mutationFn: async () => {
      const base = fieldsOfTask(from)
      const change = changesOfTask(base, {
        title: title.trim(),
        teamId: teamId || null,
        assigneeId: person?.id ?? null,
        dueAt: due ? instantIn(due, zone) : null,
      })
      if (Object.keys(change).length === 0) return true
      try {
        await send(change, from.version)
        return true
      } catch (error) {
        if (!isProblem(error, 'edited_meanwhile')) throw error
        const current = error.body.current as Task
        const { apply, clashes } = mergeChange(change, base, fieldsOfTask(current))
        if (clashes.length === 0) {
          if (Object.keys(apply).length > 0) await send(apply, current.version)
          return true
        }
        // The next time it is meant: theirs was read.
        setFrom(current)
        setTheirs(clashes.map(({ field }) => [t(`work:task.${field}`), wordsOf(current)[field]].join(' – ')))
        return false
      }
    },
    onSuccess: async (saved) => {
      await onSaved()
      if (saved) onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim()) save.mutate()
  }
  return (
    <Dialog title={t('work:task.edit')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('work:task.title')}
          required
          maxLength={200}
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeChoice
          label={t('work:task.teamId')}
          value={teamId}
          onChange={(id) => {
            setTeam(id)
            setPerson(null)
          }}
          options={[['', '—'], ...teams.map((team) => [team.id, team.name] as const)]}
        />
        {teamId ? (
          <NativeChoice
            label={t('work:task.assigneeId')}
            value={person?.id ?? ''}
            onChange={(id) => setPerson(choices.find((each) => each.id === id) ?? null)}
            options={[['', '—'], ...choices.map((each) => [each.id, each.name] as const)]}
          />
        ) : (
          <PersonBox label={t('work:task.assigneeId')} value={person} onChange={setPerson} />
        )}
        <DateBox
          kind="dateTime"
          label={t('work:task.dueAt')}
          description={t('desk:hold.zone', { zone })}
          value={due}
          onChange={setDue}
        />
        {theirs.length > 0 && (
          <div role="alert">
            <p>{t('work:task.meanwhile')}</p>
            <ul>
              {theirs.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        )}
        {save.error && <ErrorPanel error={save.error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
