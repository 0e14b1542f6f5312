import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'
import { CheckField } from '~/components/admin/fields/CheckField'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import { PersonField } from '~/components/admin/fields/PersonField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { TextField } from '~/components/admin/fields/TextField'
import { ZoneField } from '~/components/admin/fields/ZoneField'
import { choicesQuery } from '~/data/admin/resource'
import { languages } from '~/i18n'
import styles from './users.module.css'

const named = (items: readonly Named[] | undefined) => (items ?? []).map(({ id, name }) => [id, name] as const)

/** What is known about a person; of a new one also where they work and what they may. */
export function UserFieldset({ user }: { user: Schemas['UserResponse'] | undefined }) {
  const { t } = useTranslation()
  const sites = useQuery(choicesQuery<Named>('/sites', { active: true })).data?.items
  const departments = useQuery(choicesQuery<Named>('/departments', { active: true })).data?.items
  const teams = useQuery(choicesQuery<Named>('/teams', { active: true })).data?.items
  const roles = useQuery({ ...choicesQuery<Schemas['RoleResponse']>('/roles'), enabled: !user }).data?.items
  return (
    <>
      <div className={styles.fields}>
        <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
        <TextField name="userName" label={t('admin:field.userName')} required maxLength={100} />
        <TextField name="email" type="email" label={t('admin:field.email')} />
        <TextField name="phone" type="tel" label={t('admin:field.phone')} maxLength={50} />
        <SelectField
          name="language"
          label={t('language')}
          none={user ? undefined : t('admin:users.asOrganisation')}
          options={languages.map((language) => [language, t(`languages.${language}`)] as const)}
        />
        <ZoneField
          name="timeZone"
          label={t('admin:field.timeZone')}
          help={user ? undefined : t('admin:sites.zoneHelpNew')}
        />
        <SelectField
          name="siteId"
          label={t('admin:field.site')}
          none="—"
          options={named(user ? offering(sites, user.site) : sites)}
        />
        <SelectField
          name="departmentId"
          label={t('admin:field.department')}
          none="—"
          options={named(user ? offering(departments, user.department) : departments)}
        />
        <PersonField name="manager" label={t('admin:field.manager')} except={user ? [user.id] : []} />
        <SelectField
          name="defaultTeamId"
          label={t('admin:field.defaultTeam')}
          help={t(user ? 'admin:users.defaultTeamHelp' : 'admin:users.defaultTeamHelpNew')}
          none="—"
          options={named(user ? user.teams : teams)}
        />
      </div>
      <CheckField name="vip" label={t('admin:users.vip')} help={t('admin:users.vipHelp')} />
      {!user && (
        <>
          <CheckListField name="teamIds" label={t('admin:teams.title')} options={named(teams)} />
          <CheckListField
            name="roles"
            label={t('admin:roles.title')}
            help={t('admin:users.rolesHelp')}
            options={(roles ?? []).map((role) => [role.key, role.name] as const)}
          />
        </>
      )}
    </>
  )
}

/** What a person has already is offered to them even when it is out of use. */
function offering(offered: readonly Named[] | undefined, own: Named | null): readonly Named[] {
  const list = offered ?? []
  return own && !list.some((each) => each.id === own.id) ? [...list, own] : list
}
