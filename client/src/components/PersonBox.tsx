import { TextInput } from '@mantine/core'
import { useDeferredValue, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named } from '~/api/types'
import { usePeopleFound, type FoundPerson } from '~/data/people-found'
import { Offered } from './Offered'
import { useOffered } from './use-offered'
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
  const [text, setText] = useState(value?.name ?? '')
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState(value)
  if (seen?.id !== value?.id || seen?.name !== value?.name) {
    setSeen(value)
    if (value) setText(value.name)
    else if (!open) setText('')
  }
  const q = useDeferredValue(text.trim())
  const found = usePeopleFound(q, open)
  const people = found.people.filter((each) => !except.includes(each.id))
  // Whoever typed a number wants to see that it is this one.
  const byNumber = /^[\d\s+().\-/]+$/.test(q)
  const nobody = found.answered && people.length === 0

  const offer = useOffered(
    people,
    (person) => {
      setOpen(false)
      setText(many ? '' : person.name)
      onChange({ id: person.id, name: person.name }, person)
    },
    () => setOpen(false),
  )
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
        placeholder={t(found.reads ? 'person.findAny' : 'person.find')}
        {...offer.combobox}
        {...offer.controls}
        value={text}
        onKeyDown={(event) => {
          if (offer.take(event) || event.key !== 'Escape' || !open) return
          // Nobody is offered: what lies around the box stays open all the same.
          event.stopPropagation()
          event.preventDefault()
          setOpen(false)
        }}
        onBlur={() => {
          setOpen(false)
          // What is not a person's name does not stay as if it were one.
          if (!value) setText('')
          onBlur?.()
        }}
        onChange={(event) => {
          setText(event.currentTarget.value)
          offer.restart()
          setOpen(true)
          if (value) onChange(null)
        }}
      />
      <Offered offer={offer} label={label} keyOf={(person) => person.id}>
        {(person) => (
          <>
            {person.name} {person.vip && '★'}{' '}
            {person.userName && (
              <span className="meta">{(byNumber && person.phone) || (person.email ?? person.userName)}</span>
            )}
          </>
        )}
      </Offered>
      <p role="status" className="meta">
        {nobody && t('person.nobody')}
      </p>
    </div>
  )
}
