import { Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PersonBox } from '~/components/PersonBox'
import styles from './Side.module.css'
import type { Watching } from './use-watching'

/** Who hears of the ticket besides those it belongs to. */
export function Watchers({ watching }: { watching: Watching }) {
  const { t } = useTranslation()
  const { watchers, mine, busy } = watching
  return (
    <section className="stack-s" aria-labelledby="watchers">
      <div className="between">
        <h3 id="watchers">{t('desk:watching.title')}</h3>
        <Button size="compact-sm" variant="default" loading={busy} onClick={watching.toggle}>
          {t(mine ? 'desk:key.unwatch' : 'desk:key.watch')}
        </Button>
      </div>
      {watchers.length === 0 && <p className="dim">{t('desk:watching.nobody')}</p>}
      <ul className="plain">
        {watchers.map(({ user, mergedFrom }) => (
          <li key={`${user.id} ${mergedFrom?.id}`} className={styles.watcher}>
            <span className="grow clip">
              {user.name}
              {mergedFrom && (
                <span className="meta"> {t('desk:watching.of', { reference: mergedFrom.reference })}</span>
              )}
            </span>
            {!mergedFrom && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('desk:watching.remove', { name: user.name })}
                disabled={busy}
                onClick={() => watching.remove(user)}
              >
                <X size={14} aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <PersonBox
        size="xs"
        label={t('desk:watching.add')}
        value={null}
        many
        except={watchers.filter((watcher) => !watcher.mergedFrom).map((watcher) => watcher.user.id)}
        onChange={(person) => person && watching.add(person)}
      />
    </section>
  )
}
