import { Button, Input } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useCallback, useId, useRef, useState, type Ref } from 'react'
import checks from '~/components/checks.module.css'
import { useOutside } from '~/lib/use-outside'
import styles from './SeveralField.module.css'

interface Props {
  label: string
  /** What it says, in words. */
  words: string
  /** What it is called to choose none, which is as good as all. */
  any: string
  chosen: readonly string[]
  options: readonly { value: string; label: string }[]
  onChange: (chosen: string[]) => void
  buttonRef?: Ref<HTMLButtonElement>
}

/** One is in the panel as it opens; at the edge of the page it opens to the other side. */
function begin(panel: HTMLDivElement | null): void {
  if (!panel) return
  panel.toggleAttribute('data-end', panel.getBoundingClientRect().right > innerWidth)
  panel.querySelector('input')?.focus()
}

/** Any of a list, ticked in a panel below the field. */
export function SeveralField({ label, words, any, chosen, options, onChange, buttonRef }: Props) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  useOutside(
    root,
    open,
    useCallback(() => setOpen(false), []),
  )

  const set = (value: string, on: boolean) =>
    onChange(options.map((option) => option.value).filter((each) => (each === value ? on : chosen.includes(each))))
  return (
    // Escape closes it from wherever one is in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className={styles.field}
      data-open={open || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        root.current?.querySelector('button')?.focus()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Input.Label id={`${id}-label`} size="xs" labelElement="div">
        {label}
      </Input.Label>
      <Button
        ref={buttonRef}
        variant="default"
        size="xs"
        fullWidth
        justify="space-between"
        rightSection={<ChevronDown size={14} aria-hidden />}
        aria-labelledby={`${id}-label ${id}-words`}
        aria-expanded={open}
        aria-controls={open ? `${id}-panel` : undefined}
        onClick={() => setOpen(!open)}
      >
        <span id={`${id}-words`} className={styles.words}>
          {words}
        </span>
      </Button>
      {open && (
        <div ref={begin} id={`${id}-panel`} role="group" aria-labelledby={`${id}-label`} className={styles.panel}>
          <label className={checks.check}>
            <input type="checkbox" checked={chosen.length === 0} onChange={() => onChange([])} />
            {any}
          </label>
          <hr />
          {options.map((option) => (
            <label key={option.value} className={checks.check}>
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) => set(option.value, event.currentTarget.checked)}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </div>
  )
}
