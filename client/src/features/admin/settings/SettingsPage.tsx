import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { chosen, filled, zone, type Checks } from '~/components/admin/checks'
import { CheckField } from '~/components/admin/fields/CheckField'
import { DurationField } from '~/components/admin/fields/DurationField'
import { NumberField } from '~/components/admin/fields/NumberField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { ZoneField } from '~/components/admin/fields/ZoneField'
import { RecordForm } from '~/components/admin/RecordForm'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { toast } from '~/components/toast'
import { recordQuery } from '~/data/admin/resource'
import { useMay } from '~/data/session'
import { languages } from '~/i18n'

type Settings = Schemas['SettingsResponse']

interface Fields {
  name: string
  timeZone: string
  language: string
  reopenWindow: string
  firstContactWindow: string
  autoClose: boolean
  retentionDays: number | null
}

const checks: Checks<Fields> = {
  name: filled(),
  timeZone: (name) => filled(64)(name) ?? zone(name),
  reopenWindow: chosen,
  firstContactWindow: chosen,
  retentionDays: (days) => (days === null || days < 1 || days > 3660 ? 'admin:settings.retentionRange' : undefined),
}

const fieldsOf = (settings: Settings): Fields => ({
  name: settings.name,
  timeZone: settings.timeZone,
  language: settings.language,
  reopenWindow: settings.reopenWindow,
  firstContactWindow: settings.firstContactWindow,
  autoClose: settings.autoClose,
  retentionDays: settings.retentionDays,
})

/** What the organisation decided once for the whole desk. */
export function SettingsPage() {
  const { t } = useTranslation()
  const audits = useMay()('audit.read')
  const { data: settings, error } = useQuery(recordQuery<Settings>('/settings'))
  return (
    <div className="stack narrow">
      <PageHeader title={t('admin:settings.title')}>
        {audits && (
          <Link to="/admin/audit" search={{ entity: 'organisationSettings' }}>
            {t('admin:audit.ofThis')}
          </Link>
        )}
      </PageHeader>
      {error && <ErrorPanel error={error} />}
      {!settings && !error && <SkeletonLines count={8} />}
      {settings && (
        <div className="card">
          <RecordForm<Fields, Settings>
            key={settings.version}
            target={{
              path: '/settings',
              record: settings,
              valuesOf: fieldsOf,
              codes: {
                'settings.first_contact': 'firstContactWindow',
                'settings.reopen_window': 'reopenWindow',
                'settings.retention': 'retentionDays',
              },
            }}
            checks={checks}
            onSaved={() => toast(t('admin:settings.saved'))}
          >
            <TextField name="name" label={t('admin:settings.name')} required maxLength={200} />
            <ZoneField name="timeZone" label={t('admin:field.timeZone')} help={t('admin:settings.zoneHelp')} required />
            <SelectField
              name="language"
              label={t('language')}
              help={t('admin:settings.languageHelp')}
              options={languages.map((language) => [language, t(`languages.${language}`)] as const)}
            />
            <DurationField
              name="reopenWindow"
              label={t('admin:field.reopenWindow')}
              help={t('admin:settings.reopenHelp')}
              units={['hours', 'days']}
              required
            />
            <CheckField name="autoClose" label={t('admin:field.autoClose')} help={t('admin:settings.autoCloseHelp')} />
            <DurationField
              name="firstContactWindow"
              label={t('admin:field.firstContactWindow')}
              help={t('admin:settings.firstContactHelp')}
              required
            />
            <NumberField
              name="retentionDays"
              label={t('admin:field.retentionDays')}
              help={t('admin:settings.retentionHelp')}
              min={1}
              max={3660}
              step={1}
              required
            />
          </RecordForm>
        </div>
      )}
    </div>
  )
}
