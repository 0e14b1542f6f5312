import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { FilePick } from '~/components/admin/FilePick'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { refresh } from '~/data/admin/resource'
import { UserImportResult } from './UserImportResult'

type Outcome = Schemas['UserImport']

/** People from a file: first what would happen, then the same for good. */
export function UserImportPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const run = useMutation({
    mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) => {
      const form = new FormData()
      form.set('file', chosen)
      return request<Outcome>('POST', '/users/import', { query: { dryRun }, body: form })
    },
    onSuccess: (outcome) => (outcome.dryRun ? undefined : refresh(queryClient)),
  })
  const choose = (chosen: File | null) => {
    setFile(chosen)
    run.reset()
    if (chosen) run.mutate({ chosen, dryRun: true })
  }
  const tried = run.data?.dryRun ? run.data : undefined
  const changes = tried ? tried.created + tried.updated : 0
  return (
    <div className="stack">
      <PageHeader title={t('admin:userImport.title')} />
      <p>{t('admin:userImport.text')}</p>
      <p>
        <code>userName, name, email, phone, site, department, manager, team, role, language, timeZone, vip</code>
      </p>
      <FilePick label={t('admin:userImport.file')} accept=".csv,text/csv" file={file} onChange={choose} />
      {run.error && <ErrorPanel error={run.error} />}
      <div role="status" className="stack">
        {run.isPending && <p className="dim">{t(run.variables.dryRun ? 'admin:userImport.trying' : 'loading')}</p>}
        {run.data && <UserImportResult outcome={run.data} />}
      </div>
      <div className="row">
        {tried && file && (
          <Button
            disabled={changes === 0}
            loading={run.isPending}
            onClick={() => run.mutate({ chosen: file, dryRun: false })}
          >
            {t('admin:userImport.apply', { count: changes })}
          </Button>
        )}
        {run.data && !run.data.dryRun && <Link to="/admin/users">{t('admin:userImport.toUsers')}</Link>}
      </div>
    </div>
  )
}
