import { Textarea } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '~/components/commands/KeyHint'
import { Offered } from '~/components/Offered'
import { toastError } from '~/components/toast'
import { unmarked, useOffered } from '~/components/use-offered'
import styles from './Composer.module.css'
import { insertSnippet, snippetAt, type SnippetSearch } from './snippet'
import { useWritingOffers, type WritingOffer } from './use-writing-offers'

/** Something that is done with the text. */
export interface WritingAct {
  id: string
  name: string
  keys?: string
  act: (text: string) => void
}

interface Props {
  ref: Ref<HTMLTextAreaElement>
  ticket: { id: string; reference: string }
  label: string
  value: string
  readOnly: boolean
  acts: readonly WritingAct[]
  onChange: (text: string) => void
  onBlur: () => void
  /** Keys that the list did not take. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

const names = { '::': 'desk:composer.canned', '@@': 'desk:composer.people', '//': 'desk:composer.acts' } as const

/** Where one writes; "::" and a word bring a canned reply to the caret, "@@" a person, "//" what can be done to the ticket. */
export function WritingField({ ref, ticket, label, value, readOnly, acts, onChange, onBlur, onKeyDown }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState<SnippetSearch | null>(null)
  const { offers, none } = useWritingOffers(ticket, acts, search)

  const choose = async (chosen: WritingOffer) => {
    const field = box.current?.querySelector('textarea')
    if (!field || !search) return
    const caret = field.selectionStart
    setSearch(null)
    try {
      const [text, at] = insertSnippet(field.value, search, caret, (await chosen.words?.()) ?? '')
      onChange(text)
      requestAnimationFrame(() => field.setSelectionRange(at, at))
      chosen.act?.(text)
    } catch (error) {
      toastError(error)
    }
  }
  const offer = useOffered(
    offers,
    (chosen) => void choose(chosen),
    () => setSearch(null),
    // Two slashes alone may be meant as such: nothing is done to the ticket by a new line.
    search?.trigger === '//' && search.words === '' ? unmarked : 0,
  )
  const follow = (field: HTMLTextAreaElement) => {
    const next = snippetAt(field.value, field.selectionStart)
    setSearch(next)
    offer.restart(next?.trigger === '//' && next.words === '' ? unmarked : 0)
  }
  return (
    <div ref={box} className={styles.field}>
      <Textarea
        ref={ref}
        aria-label={label}
        placeholder={label}
        {...(offers.length > 0 ? offer.controls : {})}
        autosize
        minRows={3}
        maxRows={14}
        readOnly={readOnly}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          follow(event.currentTarget)
        }}
        onBlur={() => {
          setSearch(null)
          onBlur()
        }}
        onKeyDown={(event) => {
          if (offer.take(event)) return
          const marked = offers[offer.active]
          if (event.key === 'Tab' && marked && !event.shiftKey) {
            event.preventDefault()
            void choose(marked)
          } else onKeyDown(event)
        }}
      />
      {none && (
        <p role="status" className="meta">
          {t(none === 'people' ? 'person.nobody' : 'desk:composer.noReplies')}
        </p>
      )}
      {search && offers.length > 0 && (
        <Offered offer={offer} label={t(names[search.trigger])} keyOf={({ id }) => id} up>
          {({ name, detail, keys }) => (
            <span className={styles.offer}>
              <span className="clip">{name}</span> {detail && <span className="meta clip">{detail}</span>}{' '}
              {keys && <KeyHint keys={keys} />}
            </span>
          )}
        </Offered>
      )}
    </div>
  )
}
