import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/data/session'
import styles from './MeLayout.module.css'

const parts = [
  { id: 'profile', to: '/me', permission: 'session.use' },
  { id: 'security', to: '/me/security', permission: 'session.use' },
  { id: 'notifications', to: '/me/notifications', permission: 'session.use' },
  { id: 'tokens', to: '/me/tokens', permission: 'tokens.own' },
] as const

/** What a person sets for themselves, part by part. */
export function MeLayout() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className="page narrow stack-l">
      <nav aria-label={t('me:parts')}>
        <ul className={`plain ${styles.parts}`}>
          {parts
            .filter((part) => may(part.permission))
            .map(({ id, to }) => (
              <li key={id}>
                <Link
                  to={to}
                  className={styles.part}
                  activeOptions={{ exact: true }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {t(`me:${id}.part`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  )
}
