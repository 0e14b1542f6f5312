import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { toastError } from '~/components/toast'
import styles from './Composer.module.css'
import { fillReply, repliesQuery, type Reply } from './replies'
import { insertSnippet, matching, snippetAt, type SnippetSearch } from './snippet'

interface Props {
  ref: Ref<HTMLTextAreaElement>
  ticketId: string
  label: string
  value: string
  readOnly: boolean
  onChange: (text: string) => void
  onBlur: () => void
  /** Keys that the list of replies did not take. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** Where one writes; "::" and a word bring a canned reply to the caret. */
export function SnippetField({ ref, ticketId, label, value, readOnly, onChange, onBlur, onKeyDown }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const known = useQuery(repliesQuery).data?.items
  const replies = known ?? []
  const [search, setSearch] = useState<SnippetSearch | null>(null)
  const [active, setActive] = useState(0)
  const offered = search ? matching(replies, search.words) : []
  const open = offered.length > 0

  const follow = (field: HTMLTextAreaElement) => {
    setSearch(snippetAt(field.value, field.selectionStart))
    setActive(0)
  }
  const choose = async (reply: Reply | undefined, field: HTMLTextAreaElement) => {
    if (!reply || !search) return
    const caret = field.selectionStart
    setSearch(null)
    try {
      const [text, at] = insertSnippet(field.value, search, caret, await fillReply(reply.id, ticketId))
      onChange(text)
      requestAnimationFrame(() => field.setSelectionRange(at, at))
    } catch (error) {
      toastError(error)
    }
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (open && !event.ctrlKey && !event.metaKey) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) setActive((active + step + offered.length) % offered.length)
      else if (event.key === 'Enter' || event.key === 'Tab') void choose(offered[active], event.currentTarget)
      else if (event.key === 'Escape') setSearch(null)
      else return
      event.preventDefault()
      event.stopPropagation()
      return
    }
    onKeyDown(event)
  }
  return (
    <div className={styles.field}>
      <Textarea
        ref={ref}
        aria-label={label}
        placeholder={label}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
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
        onKeyDown={keys}
      />
      {search && known?.length === 0 && (
        <p role="status" className="meta">
          {t('desk:composer.noReplies')}
        </p>
      )}
      {open && (
        <div id={`${id}-list`} role="listbox" aria-label={t('desk:composer.canned')} className={styles.snippets}>
          {offered.map((reply, index) => (
            // The keyboard acts on the field above; a line is only pointed at.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={reply.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The field keeps the focus and its caret.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={(event) => {
                const field = event.currentTarget.closest('div[class]')?.parentElement?.querySelector('textarea')
                if (field) void choose(reply, field)
              }}
            >
              <span className="clip">{reply.name}</span>
              <span className="meta clip">{reply.body}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
