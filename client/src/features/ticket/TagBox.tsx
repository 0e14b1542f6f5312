import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { tagSuggestionsQuery } from '~/data/tickets'
import { longestTag } from './tag-words'
import styles from './TagBox.module.css'

interface Props {
  ref: Ref<HTMLInputElement>
  /** What the ticket has already is not offered. */
  except: readonly string[]
  value: string
  error: string | false
  onChange: (text: string) => void
  /** What was written is meant; or this that was chosen. */
  onAdd: (text: string) => void
}

/** Where a tag is written; those that colleagues use are offered, so that one thing has one name. */
export function TagBox({ ref, except, value, error, onChange, onAdd }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  // None is marked until the arrows do it: Enter means what was written.
  const [active, setActive] = useState(-1)
  const q = useDeferredValue(value.trim().toLowerCase())
  // Longer than a tag is no beginning of one.
  const asked = open && q.length > 0 && q.length <= longestTag
  const { data } = useQuery({ ...tagSuggestionsQuery(q), enabled: asked })
  const offered = asked ? (data?.items ?? []).filter(({ tag }) => !except.includes(tag)).slice(0, 8) : []
  const shown = offered.length > 0

  // In a panel that scrolls it may open below what is in view.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown) list.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const add = (text: string) => {
    close()
    onAdd(text)
  }
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && shown)
      setActive((at) => (at === -1 && step === -1 ? offered.length : at + step + offered.length) % offered.length)
    else if (event.key === 'Enter') add(offered[active]?.tag ?? value)
    else if (event.key === 'Escape' && (shown || value)) {
      event.stopPropagation()
      if (shown) close()
      else onChange('')
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.combo}>
      <TextInput
        ref={ref}
        size="xs"
        label={t('desk:tags.add')}
        description={t('desk:tags.help')}
        error={error}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={value}
        onKeyDown={keys}
        onBlur={() => add(value)}
        onChange={(event) => {
          setActive(-1)
          setOpen(true)
          onChange(event.currentTarget.value)
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('desk:tags.inUse')}
        className={shown ? styles.tags : undefined}
      >
        {offered.map(({ tag }, index) => (
          // The keyboard acts on the box above; a line is only pointed at, before the box loses the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault()
              add(tag)
            }}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  )
}
