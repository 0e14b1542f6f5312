import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewCountsQuery, type View } from '~/data/tickets'
import styles from './ViewList.module.css'

/** The views with their bounded counts: "99+" is enough to know. */
export function ViewList({ views, current }: { views: readonly View[]; current: string }) {
  const { t } = useTranslation()
  const counts = new Map((useQuery(viewCountsQuery).data?.views ?? []).map((each) => [each.id, each]))
  const count = (id: string) => {
    const known = counts.get(id)
    return known && (known.count > 0 || known.more) ? `${known.count}${known.more ? '+' : ''}` : ''
  }
  const groups = [
    { id: 'pinned', views: views.filter((view) => view.builtIn || view.pinned) },
    { id: 'saved', views: views.filter((view) => !view.builtIn && !view.pinned) },
  ]
  return (
    <nav className={styles.views} aria-label={t('desk:views')}>
      {groups.map(
        (group) =>
          group.views.length > 0 && (
            <ul key={group.id} className="plain">
              {group.views.map((view) => (
                <li key={view.id}>
                  <Link
                    to="/desk/queues/$view"
                    params={{ view: view.id }}
                    className={styles.view}
                    aria-current={view.id === current ? 'page' : undefined}
                  >
                    <span className="clip">{view.name}</span>
                    <span className={styles.count}>{count(view.id)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ),
      )}
      <Link
        to="/desk/queues/$view"
        params={{ view: 'all' }}
        className={styles.view}
        aria-current={current === 'all' ? 'page' : undefined}
      >
        <span className="clip">{t('desk:all')}</span>
      </Link>
    </nav>
  )
}
