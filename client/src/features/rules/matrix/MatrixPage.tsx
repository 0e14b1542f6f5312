import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { toast } from '~/components/toast'
import { recordQuery } from '~/data/admin/resource'
import { LeaveGuard } from '../shared/LeaveGuard'
import { useSteady } from '../shared/use-steady'
import { bodyOfMatrix, valuesOfMatrix, type Matrix, type MatrixForm } from './matrix-form'
import { MatrixGrid } from './MatrixGrid'

/** How the priority of an incident follows from its impact and its urgency. */
export function MatrixPage() {
  const { t } = useTranslation()
  const { record, dirty, setDirty, saved } = useSteady(useSuspenseQuery(recordQuery<Matrix>('/priority-matrix')).data)
  return (
    <div className="stack">
      <PageHeader title={t('rules:matrix.title')} />
      <p className="dim">{t('rules:matrix.intro')}</p>
      <RecordForm<MatrixForm, Matrix>
        key={record.version}
        target={{
          path: '/priority-matrix',
          record,
          valuesOf: valuesOfMatrix,
          bodyOf: bodyOfMatrix,
          whole: true,
        }}
        checks={{}}
        onDirty={setDirty}
        onSaved={(matrix) => {
          saved(matrix)
          toast(t('rules:matrix.saved'))
        }}
        aside={<p className="meta">{t('rules:matrix.consequence')}</p>}
      >
        <MatrixGrid saved={valuesOfMatrix(record)} />
      </RecordForm>
      <LeaveGuard dirty={dirty} />
    </div>
  )
}
