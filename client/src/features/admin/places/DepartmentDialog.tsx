import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { filled } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'

type Department = Schemas['DepartmentResponse']

interface Fields {
  name: string
}

export function DepartmentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Department> path="/departments" id={id} onClose={onClose}>
      {(department) => (
        <FormDialog<Fields, Department>
          title={t(department ? 'admin:departments.edit' : 'admin:departments.new')}
          target={{
            path: department ? `/departments/${department.id}` : '/departments',
            record: department,
            valuesOf: ({ name }) => ({ name }),
            codes: { 'department.name_taken': 'name' },
          }}
          checks={{ name: filled() }}
          defaults={{ name: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
