import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '~/components/commands/keys'
import { useCommands, type Command } from '~/components/commands/registry'
import { useMay } from '~/data/session'
import { useIdle } from '~/lib/idle'
import { areaOf, areas } from './areas'
import styles from './Frame.module.css'
import { useGoCommands } from './go-commands'
import { Offline } from './Offline'
import { TopBar } from './TopBar'
import { useLive } from './use-live'

const loadKeeper = () =>
  void import('~/app/focus-keeper').then(
    ({ keepFocus }) => keepFocus(),
    () => undefined,
  )
const KeySheet = lazy(() => import('~/components/commands/KeySheet'))
const Palette = lazy(() => import('./SearchPalette'))

/** What stands around every page: the bar above, the areas at the side (below on a phone), palette and keys. */
export function Frame({ bell }: { bell: ReactNode }) {
  const { t } = useTranslation()
  const may = useMay()
  const current = useLocation({ select: ({ pathname }) => areaOf(pathname)?.id })
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  useKeys()
  useIdle(loadKeeper)
  useLive()
  useGoCommands()
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: 'palette',
          label: t('palette.title'),
          section: 'app',
          keys: 'mod+k',
          inFields: true,
          keyOnly: true,
          run: () => setOpen('palette'),
        },
        {
          id: 'search',
          label: t('palette.open'),
          section: 'app',
          keys: '/',
          keyOnly: true,
          run: () => setOpen('palette'),
        },
        { id: 'keys', label: t('keys.title'), section: 'app', keys: '?', run: () => setOpen('keys') },
      ],
      [t],
    ),
  )

  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <TopBar onSearch={() => setOpen('palette')} bell={bell} />
      <Offline />
      <nav className={styles.rail} aria-label={t('areas.label')}>
        {areas
          .filter((area) => area.shown(may))
          .map(({ id, to, icon: Icon }) => (
            <Link
              key={id}
              to={to}
              className={styles.area}
              title={t(`areas.${id}`)}
              // One area is current: those around it would have to be this very page.
              activeOptions={{ exact: id !== current }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon size={18} aria-hidden />
              <span>{t(`areas.${id}`)}</span>
            </Link>
          ))}
      </nav>
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <Suspense>
        {open === 'keys' && <KeySheet onClose={close} />}
        {open === 'palette' && <Palette onClose={close} />}
      </Suspense>
    </div>
  )
}
