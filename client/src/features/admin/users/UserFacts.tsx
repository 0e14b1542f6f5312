import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './users.module.css'

export function UserFacts({ user }: { user: Schemas['UserResponse'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = user.language === 'fr' ? 'fr' : 'en'
  const fact = (label: string, value: ReactNode) => (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{value || '—'}</dd>
    </div>
  )
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts">{t('admin:users.facts')}</h2>
      <dl className={styles.facts}>
        {fact(t('admin:field.userName'), user.userName)}
        {fact(t('admin:field.email'), user.email && <a href={`mailto:${user.email}`}>{user.email}</a>)}
        {fact(t('admin:field.phone'), user.phone && <a href={`tel:${user.phone.replaceAll(' ', '')}`}>{user.phone}</a>)}
        {fact(t('language'), t(`languages.${language}`))}
        {fact(t('admin:field.timeZone'), user.timeZone)}
        {fact(t('admin:field.site'), user.site?.name)}
        {fact(t('admin:field.department'), user.department?.name)}
        {fact(
          t('admin:field.manager'),
          user.manager && (
            <Link to="/admin/users/$id" params={{ id: user.manager.id }}>
              {user.manager.name}
            </Link>
          ),
        )}
        {fact(t('admin:field.defaultTeam'), user.defaultTeam?.name)}
        {fact(t('admin:field.since'), format.date(user.createdAt))}
      </dl>
    </section>
  )
}
