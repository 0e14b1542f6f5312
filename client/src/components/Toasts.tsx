import { ActionIcon, Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from '~/lib/store'
import { dismissToast, toasts } from './toast'
import styles from './Toasts.module.css'

export function Toasts() {
  const { t } = useTranslation()
  const shown = useStore(toasts)
  return (
    <div className={styles.toasts} role="status" aria-live="polite" data-noprint>
      {shown.map((toast) => (
        <div key={toast.id} className={styles.toast} data-failed={toast.failed}>
          <span className="grow">{toast.message}</span>
          {toast.undo && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                dismissToast(toast.id)
                toast.undo?.()
              }}
            >
              {t('undo')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('close')}
            onClick={() => dismissToast(toast.id)}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </div>
  )
}
