import { useEffect, useRef, type ReactNode } from 'react'
import styles from './Offered.module.css'
import type { Offer } from './use-offered'

interface Props<T> {
  offer: Offer<T>
  label: string
  keyOf: (item: T) => string
  /** Above the box: it stands at the lower end of the page. */
  up?: boolean
  children: (item: T) => ReactNode
}

/** The lines that are offered to a box one writes in. */
export function Offered<T>({ offer, label, keyOf, up, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const open = offer.items.length > 0
  // In a panel that scrolls it may open below what is in view.
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  useEffect(() => {
    list.current?.children[offer.active]?.scrollIntoView({ block: 'nearest' })
  }, [offer.active])
  return (
    <div
      ref={list}
      id={offer.id}
      role="listbox"
      aria-label={label}
      className={open ? styles.list : undefined}
      data-up={up}
    >
      {offer.items.map((item, index) => (
        // The keyboard acts on the box; a line is only pointed at, before the box loses the focus and its caret.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={keyOf(item)}
          id={`${offer.id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === offer.active}
          onMouseDown={(event) => {
            event.preventDefault()
            offer.choose(item)
          }}
        >
          {children(item)}
        </div>
      ))}
    </div>
  )
}
