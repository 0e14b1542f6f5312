import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { toast, toastError } from '~/components/toast'
import { useSession } from '~/data/session'
import type { View } from '~/data/tickets'
import styles from './QueuePage.module.css'

/** A view that somebody saved goes away again, and comes back within ten seconds. */
export default function OwnView({ view }: { view: View }) {
  const { t } = useTranslation()
  const me = useSession()?.user.id
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  if (view.owner?.id !== me) return null
  const again = () => queryClient.invalidateQueries({ queryKey: ['views'] })
  const remove = async () => {
    try {
      await request('DELETE', `/views/${view.id}`)
      await navigate({ to: '/desk/queues/$view', params: { view: 'my-work' } })
      await again()
      const { name, query, sort, columns, pinned, team } = view
      toast(t('desk:viewRemoved', { name }), () => {
        request('POST', '/views', {
          body: { name, query, sort, columns, pinned, ...(team ? { teamId: team.id } : {}) },
        })
          .then(again)
          .catch(toastError)
      })
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <button type="button" className={styles.quiet} onClick={() => void remove()}>
      {t('desk:removeView')}
    </button>
  )
}
