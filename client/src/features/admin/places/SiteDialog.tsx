import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { filled, optional, zone, type Checks } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { ZoneField } from '~/components/admin/fields/ZoneField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'

type Site = Schemas['SiteResponse']

interface Fields {
  name: string
  address: string
  timeZone: string
}

const checks: Checks<Fields> = { name: filled(), address: optional(500), timeZone: zone }

export function SiteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Site> path="/sites" id={id} onClose={onClose}>
      {(site) => (
        <FormDialog<Fields, Site>
          title={t(site ? 'admin:sites.edit' : 'admin:sites.new')}
          target={{
            path: site ? `/sites/${site.id}` : '/sites',
            record: site,
            valuesOf: (record) => ({ name: record.name, address: record.address ?? '', timeZone: record.timeZone }),
            bodyOf: ({ address, timeZone, ...rest }) => ({
              ...rest,
              ...(address !== undefined && { address: address || null }),
              ...(timeZone && { timeZone }),
            }),
            codes: { 'site.name_taken': 'name' },
          }}
          checks={checks}
          defaults={{ name: '', address: '', timeZone: '' }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
          <TextField name="address" label={t('admin:field.address')} lines={2} maxLength={500} />
          <ZoneField
            name="timeZone"
            label={t('admin:field.timeZone')}
            help={t(site ? 'admin:sites.zoneHelp' : 'admin:sites.zoneHelpNew')}
            required={site !== undefined}
          />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
