import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Toasts } from '~/components/Toasts'
import { isLanguage, startI18n } from '~/i18n'
import { useStore } from '~/lib/store'
import './kit-styles'
import { queryClient } from './query-client'
import { router } from './router'
import { scheme, theme, variables } from './theme'

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
setNonce(nonce)

// After a deployment an old page asks for files that are gone: load the new page, once. Without a connection there is none to load.
window.addEventListener('vite:preloadError', ({ payload }) => {
  // The router would load the page anew as well, and without asking whether there is one.
  sessionStorage.setItem(`tanstack_router_reload:${payload.message}`, '1')
  if (sessionStorage.getItem('reloaded') === location.href) return
  void fetch('/', { cache: 'no-store' }).then(
    (page) => {
      if (!page.ok) return
      sessionStorage.setItem('reloaded', location.href)
      location.reload()
    },
    () => {},
  )
})

function App() {
  const colours = useStore(scheme)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      forceColorScheme={colours}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <Toasts />
    </MantineProvider>
  )
}

const language = document.documentElement.lang
await startI18n(isLanguage(language) ? language : 'fr')
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
