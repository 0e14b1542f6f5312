import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CircleUserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseTheme, themeName, themes } from '~/app/theme'
import { Menu, type MenuEntry } from '~/components/Menu'
import { toastError } from '~/components/toast'
import { chooseLanguage, signOut, useSession } from '~/data/session'
import { currentLanguage, languages } from '~/i18n'
import { useStore } from '~/lib/store'
import styles from './TopBar.module.css'

/** Who is signed in, with language, theme and the way out. */
export function PersonMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const theme = useStore(themeName)
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  const leave = async () => {
    try {
      await signOut()
    } catch (error) {
      return toastError(error)
    }
    queryClient.clear()
    await navigate({ to: '/sign-in' })
  }

  const entries: MenuEntry[] = [
    { id: 'me', label: t('areas.me'), group: session?.user.userName, run: () => void navigate({ to: '/me' }) },
    ...languages.map((language, index) => ({
      id: language,
      label: t(`languages.${language}`),
      lang: language,
      checked: currentLanguage() === language,
      group: index === 0 ? t('language') : undefined,
      run: () => void chooseLanguage(queryClient, language).catch(toastError),
    })),
    ...themes.map((name, index) => ({
      id: name,
      label: t(`theme.${name}`),
      checked: theme === name,
      group: index === 0 ? t('theme.label') : undefined,
      run: () => chooseTheme(name),
    })),
    { id: 'leave', label: t('signOut'), group: '', run: () => void leave() },
  ]
  return (
    <Menu
      name={session?.user.name}
      label={
        <>
          <CircleUserRound size={18} aria-hidden className={styles.small} />
          <span className={styles.name}>{session?.user.name}</span>
        </>
      }
      entries={entries}
      button={{ variant: 'subtle', color: 'gray' }}
    />
  )
}
