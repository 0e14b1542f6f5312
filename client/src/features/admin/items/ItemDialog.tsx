import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { filled, type Checks } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'

type Item = Schemas['ConfigurationItemResponse']

interface Fields {
  name: string
  type: string
}

const checks: Checks<Fields> = { name: filled(), type: filled(100) }

export function ItemDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Item> path="/configuration-items" id={id} onClose={onClose}>
      {(item) => (
        <FormDialog<Fields, Item>
          title={t(item ? 'admin:items.edit' : 'admin:items.new')}
          target={{
            path: item ? `/configuration-items/${item.id}` : '/configuration-items',
            record: item,
            valuesOf: ({ name, type }) => ({ name, type }),
          }}
          checks={checks}
          defaults={{ name: '', type: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
          <TextField name="type" label={t('admin:field.type')} help={t('admin:items.typeHelp')} required />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
