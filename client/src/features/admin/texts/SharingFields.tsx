import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TeamField } from '~/components/admin/fields/TeamField'
import { useMay } from '~/data/session'

/** Who may use a prepared text; the form has the fields scope and teamId. */
export function SharingFields() {
  const { t } = useTranslation()
  const manages = useMay()('replies.manage')
  const { control } = useFormContext()
  const scope = useWatch({ control, name: 'scope' }) as string
  const scopes = (['everybody', 'team', 'private'] as const).filter((each) => manages || each !== 'everybody')
  return (
    <>
      <SelectField
        name="scope"
        label={t('admin:texts.scope')}
        options={scopes.map((each) => [each, t(`admin:texts.scopes.${each}`)] as const)}
      />
      {scope === 'team' && <TeamField name="teamId" label={t('admin:field.team')} required none="—" />}
    </>
  )
}
