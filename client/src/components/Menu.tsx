import { Button, type ButtonProps } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { KeyHint } from './commands/KeyHint'
import styles from './Menu.module.css'

export interface MenuEntry {
  id: string
  label: string
  run: () => void
  /** Why it cannot be chosen now. */
  disabled?: string
  keys?: string
  checked?: boolean
  /** The name of the group that begins here. */
  group?: string
  lang?: string
}

interface Props {
  label: ReactNode
  /** Its name when the label is a picture alone. */
  name?: string
  entries: readonly MenuEntry[]
  button?: ButtonProps
  align?: 'start' | 'end'
  /** Opens above its button. */
  up?: boolean
}

/** A button that opens a list of things to do. */
export function Menu({ label, name, entries, button, align = 'end', up }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }

  const move = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      items.at(to % items.length)?.focus()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') setOpen(false)
  }

  return (
    <div ref={root} className={styles.root}>
      <Button
        variant="default"
        size="compact-sm"
        rightSection={<ChevronDown size={14} aria-hidden />}
        {...button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <div id={id} role="menu" tabIndex={-1} className={styles.list} data-align={align} data-up={up} onKeyDown={move}>
          {entries.map((entry) => (
            <div key={entry.id} role="none">
              {entry.group && (
                <div className={styles.group} role="presentation">
                  {entry.group}
                </div>
              )}
              <button
                type="button"
                role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={entry.checked}
                aria-disabled={entry.disabled ? true : undefined}
                title={entry.disabled}
                lang={entry.lang}
                tabIndex={-1}
                className={styles.item}
                onClick={() => {
                  if (entry.disabled) return
                  close()
                  entry.run()
                }}
              >
                <span className="grow">{entry.label}</span>
                {entry.checked && <span aria-hidden>✓</span>}
                {entry.keys && <KeyHint keys={entry.keys} />}
              </button>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
