import { ActionIcon, Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '~/lib/store'
import { dismissToast, toasts } from './toast'
import styles from './Toasts.module.css'
import { useUncovered } from './use-uncovered'

/** What was done, said in passing where it covers nothing that one presses next. */
export function Toasts() {
  const { t } = useTranslation()
  const shown = useStore(toasts)
  const box = useRef<HTMLDivElement>(null)
  useUncovered(box, shown.length)
  return (
    <div ref={box} className={styles.toasts} role="status" aria-live="polite" data-noprint>
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
