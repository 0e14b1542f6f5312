import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { meQuery } from '~/data/me'
import { Appearance } from './Appearance'
import styles from './ProfilePage.module.css'
import { ProfileForm } from './ProfileForm'

/** Who I am to the desk: what others look after, what I set myself, and how the pages look here. */
export function ProfilePage() {
  const { t } = useTranslation()
  const me = useSuspenseQuery(meQuery).data
  const facts = [
    ['userName', me.userName],
    ['email', me.email],
    ['site', me.site?.name],
    ['department', me.department?.name],
    ['manager', me.manager?.name],
    ['teams', me.teams.map((team) => team.name).join(', ')],
  ] as const
  return (
    <>
      <PageHeader title={me.name} />
      <section className="card stack" aria-labelledby="known">
        <h2 id="known">{t('me:profile.known')}</h2>
        <dl className={styles.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{t(`me:profile.fact.${name}`)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <p className="dim">{t('me:profile.knownHelp')}</p>
        <p>
          <Button component="a" href="/api/v1/me/export" download variant="default">
            {t('me:profile.export')}
          </Button>{' '}
          <span className="dim">{t('me:profile.exportHelp')}</span>
        </p>
      </section>
      <ProfileForm me={me} />
      <Appearance />
    </>
  )
}
