import { ActionIcon } from '@mantine/core'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** Only its own buttons close it. */
  insistent?: boolean
}

/** A dialog of the browser's own: it takes the focus, makes the page behind it inert and gives the focus back. */
export function Dialog({ title, onClose, children, size = 'md', insistent = false }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()

  useEffect(() => {
    const element = dialog.current!
    const before = document.activeElement
    if (!element.open) element.showModal()
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  return (
    // A click outside is a convenience of the mouse; Escape and the button do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-labelledby={name}
      className={styles.dialog}
      data-size={size}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        if (!insistent) onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current && !insistent) onClose()
      }}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={name}>{title}</h2>
          {!insistent && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={onClose}>
              <X size={18} aria-hidden />
            </ActionIcon>
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}
