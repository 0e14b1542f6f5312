import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usersQuery, type UserRow } from '~/data/people'
import styles from './NewTicketPage.module.css'

interface Props {
  value: UserRow | null
  onChange: (person: UserRow | null) => void
}

/** Who calls, found by the beginning of a name or an address. */
export function CallerField({ value, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const q = useDeferredValue(text.trim())
  const { data } = useQuery({ ...usersQuery({ q, active: true, limit: 8 }), enabled: q.length >= 2 && value === null })
  const people = value === null && q.length >= 2 ? (data?.items ?? []) : []

  const choose = (person: UserRow | undefined) => {
    if (!person) return
    onChange(person)
    setText(person.name)
  }
  const keys = (event: KeyboardEvent) => {
    if (people.length === 0) return
    if (event.key === 'ArrowDown') setActive((at) => Math.min(people.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(people[active])
    else return
    event.preventDefault()
  }
  return (
    <div>
      <TextInput
        label={t('desk:new.caller')}
        description={
          value ? [value.email, value.phone, value.site?.name].filter(Boolean).join(' · ') : t('desk:new.callerHelp')
        }
        required
        autoFocus
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={people.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={text}
        onKeyDown={keys}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
          onChange(null)
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('desk:new.caller')}
        className={people.length > 0 ? styles.people : undefined}
      >
        {people.map((person, index) => (
          // The keyboard acts on the box above; a line is only pointed at.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => choose(person)}
          >
            {person.name} {person.vip && '★'} <span className="meta">{person.email}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
