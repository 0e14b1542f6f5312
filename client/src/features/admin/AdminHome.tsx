import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { useMay } from '~/data/session'
import styles from './AdminHome.module.css'
import { sectionGroups } from './sections'

/** Where the administration begins: its parts, each with what it is for. */
export function AdminHome() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <div className="stack-l" data-home>
      <PageHeader title={t('admin:title')} />
      {sectionGroups.map(({ id, sections }) => {
        const open = sections.filter((section) => may(section.permission))
        return (
          open.length > 0 && (
            <section key={id} className="stack" aria-labelledby={`home-${id}`}>
              <h2 id={`home-${id}`}>{t(`admin:groups.${id}`)}</h2>
              <ul className={`plain ${styles.cards}`}>
                {open.map((section) => (
                  <li key={section.id}>
                    <Link to={section.to} className={styles.card}>
                      <strong>{t(section.label)}</strong>
                      {section.text && <span className="dim">{t(section.text)}</span>}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
