import { Button, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { DateBox } from '~/components/DateBox'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import checks from '~/components/checks.module.css'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { instantIn, localIn } from '~/lib/zone-time'

interface Props {
  incident: Incident
  entry: Schemas['WorklogResponse']
  onSaved: () => unknown
  onClose: () => void
}

/** Corrects time that one logged oneself. */
export default function WorklogDialog({ incident, entry, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const zone = useStore(timeZone)
  const before = localIn(Date.parse(entry.at), zone)
  const [minutes, setMinutes] = useState<string | number>(entry.minutes)
  const [text, setText] = useState(entry.text)
  const [at, setAt] = useState(before)
  const [billable, setBillable] = useState(entry.billable)
  const save = useMutation({
    mutationFn: () =>
      request('PATCH', `/incidents/${incident.id}/worklogs/${entry.id}`, {
        body: {
          minutes: Number(minutes),
          text: text.trim(),
          // The field shows no seconds: what was not touched stays as exact as it was.
          ...(at !== before && at ? { at: instantIn(at, zone) } : {}),
          ...(billable === entry.billable ? {} : { billable }),
        },
      }),
    onSuccess: async () => {
      await onSaved()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Number(minutes) > 0) save.mutate()
  }
  return (
    <Dialog title={t('work:log.edit')} onClose={onClose} size="sm">
      <form className="stack" onSubmit={submit}>
        <NumberInput
          label={t('work:log.minutes')}
          min={1}
          max={1440}
          required
          hideControls
          data-autofocus
          value={minutes}
          onChange={setMinutes}
        />
        <TextInput
          label={t('work:log.text')}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DateBox
          kind="dateTime"
          label={t('work:log.at')}
          description={t('desk:hold.zone', { zone })}
          required
          value={at}
          onChange={setAt}
        />
        <label className={checks.check}>
          <input type="checkbox" checked={billable} onChange={(event) => setBillable(event.target.checked)} />
          {t('work:log.billable')}
        </label>
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
