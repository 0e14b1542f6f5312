import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named } from '~/api/types'
import { colleaguesQuery, usersQuery, type UserRow } from '~/data/people'
import { useMay } from '~/data/session'
import styles from './PersonBox.module.css'

interface Props {
  /** Of the box itself, to be gone to. */
  id?: string
  label: string
  help?: string
  error?: string
  required?: boolean
  size?: 'xs' | 'sm'
  value: Named | null
  /** With what was found of whoever is chosen. */
  onChange: (person: Named | null, found?: FoundPerson) => void
  /** It is emptied for the next one. */
  many?: boolean
  /** Nobody of these. */
  except?: readonly string[]
  inputRef?: Ref<HTMLInputElement>
  autoFocus?: boolean
  onBlur?: () => void
}

/** Who has no right to read people is told names alone. */
export type FoundPerson = Named & Partial<UserRow>

/** One active person, found by the beginning of a name, a user name or an address, or by a telephone number. */
export function PersonBox({
  id: boxId,
  label,
  help,
  error,
  required,
  size,
  value,
  onChange,
  many,
  except = [],
  inputRef,
  autoFocus,
  onBlur,
}: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(value?.name ?? '')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState(value)
  if (seen?.id !== value?.id || seen?.name !== value?.name) {
    setSeen(value)
    if (value) setText(value.name)
    else if (!open) setText('')
  }
  const q = useDeferredValue(text.trim())
  const asked = open && q.length >= 2
  const reads = useMay()('users.read')
  const users = useQuery({ ...usersQuery({ q, active: true, limit: 8 }), enabled: asked && reads })
  const colleagues = useQuery({ ...colleaguesQuery(q), enabled: asked && !reads })
  const data: { items: FoundPerson[] } | undefined = reads ? users.data : colleagues.data
  const people = asked ? (data?.items ?? []).filter((each) => !except.includes(each.id)) : []
  // Whoever typed a number wants to see that it is this one.
  const byNumber = /^[\d\s+().\-/]+$/.test(q)
  const nobody = asked && data !== undefined && people.length === 0

  // In a panel that scrolls it may open below what is in view.
  const list = useRef<HTMLDivElement>(null)
  const count = people.length
  useEffect(() => {
    if (count > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [count])

  const choose = (person: FoundPerson | undefined) => {
    if (!person) return
    setOpen(false)
    setText(many ? '' : person.name)
    onChange({ id: person.id, name: person.name }, person)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      event.preventDefault()
      setOpen(false)
    }
    if (people.length === 0) return
    if (event.key === 'ArrowDown') setActive((at) => Math.min(people.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(people[active])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.combo}>
      <TextInput
        ref={inputRef}
        id={boxId}
        label={label}
        description={help}
        error={error}
        required={required}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
        size={size}
        placeholder={t(reads ? 'person.findAny' : 'person.find')}
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={people.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={text}
        onKeyDown={keys}
        onBlur={() => {
          setOpen(false)
          // What is not a person's name does not stay as if it were one.
          if (!value) setText('')
          onBlur?.()
        }}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
          setOpen(true)
          if (value) onChange(null)
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={people.length > 0 ? styles.people : undefined}
      >
        {people.map((person, index) => (
          // The keyboard acts on the box above; a line is only pointed at, before the box loses the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(person)
            }}
          >
            {person.name} {person.vip && '★'}{' '}
            {person.userName && (
              <span className="meta">{(byNumber && person.phone) || (person.email ?? person.userName)}</span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className="meta">
        {nobody && t('person.nobody')}
      </p>
    </div>
  )
}
