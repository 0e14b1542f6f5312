import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '~/data/tickets'
import { OwnerChoices } from './OwnerChoices'
import { PriorityMatrix } from './PriorityMatrix'
import styles from './RowEditor.module.css'
import { StateChoices } from './StateChoices'
import { StateOfMany } from './StateOfMany'
import type { Acts } from './use-acts'

export type EditedField = 'state' | 'owner' | 'priority'

interface Props {
  row: TicketRow
  field: EditedField
  /** All that are ticked, where the choice is for them and not for the row alone. */
  many?: readonly TicketRow[]
  acts: Acts
  onClose: () => void
}

const margin = 8

/** What a cell can become, beside that cell; arrows choose, Escape leaves it. */
export default function RowEditor({ row, field, many, acts, onClose }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current!
    const before = document.activeElement
    if (!element.open) element.showModal()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  // It grows as its choices arrive: it is put in place again whenever its size changes.
  useLayoutEffect(() => {
    const element = dialog.current!
    const cell = document.querySelector(`[data-row="${row.id}"] [data-column="${field}"]`)
    const place = () => {
      const at = cell?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0)
      const { offsetWidth, offsetHeight } = element
      const below = at.bottom + 2
      const top = below + offsetHeight + margin <= innerHeight ? below : at.top - offsetHeight - 2
      element.style.top = `${Math.max(margin, top)}px`
      element.style.left = `${Math.max(margin, Math.min(at.left, innerWidth - offsetWidth - margin))}px`
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [row.id, field])

  const Choices = { state: StateChoices, owner: OwnerChoices, priority: PriorityMatrix }[field]
  return (
    // A click outside is a convenience of the mouse; Escape does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={styles.editor}
      aria-label={
        many ? t('desk:edit.states', { count: many.length }) : t(`desk:edit.${field}`, { reference: row.reference })
      }
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
        if (!step) return
        const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')]
        const at = choices.indexOf(document.activeElement as HTMLElement)
        // In the matrix up and down go by rows of three.
        const stride = field === 'priority' && ['ArrowDown', 'ArrowUp'].includes(event.key) ? 3 : 1
        event.preventDefault()
        choices.at((at + step * stride + choices.length) % choices.length)?.focus()
      }}
    >
      {many ? (
        <StateOfMany rows={many} acts={acts} onClose={onClose} />
      ) : (
        <Choices row={row} acts={acts} onClose={onClose} />
      )}
    </dialog>
  )
}
