import { Link, Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '~/components/commands/registry'
import styles from './LeadLayout.module.css'
import { sections } from './sections'

/** The figures of the desk, one page each; the days and the filters go along from one to the next. */
export function LeadLayout() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { last, from, to, teamId, priority, serviceId, siteId } = useSearch({ strict: false })
  const kept = useMemo(
    () => ({ last, from, to, teamId, priority, serviceId, siteId }),
    [last, from, to, teamId, priority, serviceId, siteId],
  )
  useCommands(
    useMemo<Command[]>(
      () =>
        sections.map((section) => ({
          id: `lead.${section.id}`,
          label: t(`lead:${section.id}.title`),
          section: 'go',
          run: () =>
            void navigate(
              section.report
                ? { to: '/lead/$report', params: { report: section.report }, search: kept }
                : { to: '/lead', search: kept },
            ),
        })),
      [t, navigate, kept],
    ),
  )

  return (
    <div className={styles.area}>
      <nav className={styles.sections} aria-label={t('areas.lead')}>
        {sections.map(({ id, report, icon: Icon }) => (
          <Link
            key={id}
            {...(report ? { to: '/lead/$report', params: { report }, search: kept } : { to: '/lead', search: kept })}
            className={styles.section}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={16} aria-hidden />
            {t(`lead:${id}.title`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
