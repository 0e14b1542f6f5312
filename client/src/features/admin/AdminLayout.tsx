import { Link, Outlet } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/data/session'
import styles from './AdminLayout.module.css'
import { sectionGroups } from './sections'

/** The parts of the administration beside the one that is open. */
export function AdminLayout() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className={styles.layout}>
      <nav className={styles.sections} aria-label={t('admin:title')}>
        {sectionGroups.map(({ id, sections }) => {
          const open = sections.filter((section) => may(section.permission))
          return (
            open.length > 0 && (
              <div key={id}>
                <p className={styles.group} id={`sections-${id}`}>
                  {t(`admin:groups.${id}`)}
                </p>
                <ul className="plain" aria-labelledby={`sections-${id}`}>
                  {open.map((section) => (
                    <li key={section.id}>
                      <Link to={section.to} className={styles.section} activeProps={{ 'aria-current': 'page' }}>
                        {t(section.label)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
      </nav>
      <div className={styles.page}>
        <Link to="/admin" className={styles.back}>
          <ArrowLeft size={16} aria-hidden /> {t('admin:title')}
        </Link>
        <Outlet />
      </div>
    </div>
  )
}
