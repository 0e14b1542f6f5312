import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Named, Schemas } from '~/api/types'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { zone as checkZone } from '~/components/admin/checks'
import { FilePick } from '~/components/admin/FilePick'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { choicesQuery, refresh } from '~/data/admin/resource'
import { useMay } from '~/data/session'

type Import = Schemas['ImportResponse']

interface Props {
  onClose: () => void
  onStarted: (run: Import) => void
}

/** Sends a file; a server takes it in while one does something else. */
export function StartImportDialog({ onClose, onStarted }: Props) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [timeZone, setTimeZone] = useState('')
  const [policyId, setPolicy] = useState('')
  const [source, setSource] = useState('')
  const mayRead = useMay()('serviceLevels.read')
  const policies =
    useQuery({ ...choicesQuery<Named>('/service-levels/policies', { active: true }), enabled: mayRead }).data?.items ??
    []
  const wrongZone = checkZone(timeZone.trim())
  const start = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.set('file', chosen)
      form.set('profile', 'servicenow-event-log')
      const options = {
        ...(timeZone.trim() && { timeZone: timeZone.trim() }),
        ...(policyId && { policyId }),
        ...(source.trim() && { source: source.trim() }),
      }
      form.set('options', JSON.stringify(options))
      return request<Import>('POST', '/imports', { body: form })
    },
    onSuccess: async (run) => {
      await refresh(queryClient)
      onClose()
      onStarted(run)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file && !wrongZone) start.mutate(file)
  }
  return (
    <Dialog title={t('admin:imports.start')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FilePick
          label={t('admin:imports.file')}
          help={t('admin:imports.fileHelp')}
          accept=".csv,.gz,text/csv,application/gzip"
          file={file}
          onChange={setFile}
        />
        <TextInput
          label={t('admin:field.timeZone')}
          description={t('admin:imports.zoneHelp')}
          placeholder="Etc/UTC"
          value={timeZone}
          error={wrongZone && t(wrongZone)}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
        />
        <NativeChoice
          label={t('admin:imports.policy')}
          value={policyId}
          onChange={setPolicy}
          options={[
            ['', t('admin:imports.standardPolicy')],
            ...policies.map((policy) => [policy.id, policy.name] as const),
          ]}
        />
        <TextInput
          label={t('admin:imports.source')}
          description={t('admin:imports.sourceHelp')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {start.error && <ErrorPanel error={start.error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={start.isPending} disabled={!file}>
            {t('admin:imports.start')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
