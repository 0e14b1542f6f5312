import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toastError } from '~/components/toast'
import { downloadReport, type ReportFilter, type ReportName, type Sheet } from '~/data/reports'
import { useMay } from '~/data/session'

interface Props {
  name: ReportName
  /** The file is called by it. */
  title: string
  filter: ReportFilter
}

/** The rows shown as a file, for who may take them out. */
export function Downloads({ name, title, filter }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const download = useMutation({
    mutationFn: (sheet: Sheet) => downloadReport(name, title, filter, sheet),
    onError: toastError,
  })
  if (!may('reports.export')) return null
  return (
    <div className="row" data-noprint>
      {(['csv', 'xlsx'] as const).map((sheet) => (
        <Button
          key={sheet}
          size="xs"
          variant="default"
          leftSection={<Download size={14} aria-hidden />}
          loading={download.isPending && download.variables === sheet}
          onClick={() => download.mutate(sheet)}
        >
          {t(`lead:download.${sheet}`)}
        </Button>
      ))}
    </div>
  )
}
