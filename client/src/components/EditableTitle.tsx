import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './EditableTitle.module.css'
import { PageHeader } from './PageHeader'

interface Props {
  title: string
  /** Of the ticket, for the tab. */
  reference: string
  /** Somebody begins to write: what was there then is what they change. */
  onBegin: () => void
  onChange: (title: string) => void
}

/** The page's name, changed where it stands: Enter keeps it, Escape leaves it. */
export function EditableTitle({ title, reference, onBegin, onChange }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<{ text: string; was: string } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const editing = draft !== null
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  if (draft === null)
    return (
      <div className={styles.title}>
        <PageHeader title={title} reference={reference}>
          <button
            type="button"
            className={styles.edit}
            data-noprint
            onClick={() => {
              onBegin()
              setDraft({ text: title, was: title })
            }}
          >
            {t('edit')}
          </button>
        </PageHeader>
      </div>
    )
  const keep = () => {
    const text = draft.text.trim()
    if (text && text !== draft.was) onChange(text)
    setDraft(null)
  }
  return (
    <TextInput
      ref={field}
      className="grow"
      aria-label={t('title')}
      value={draft.text}
      maxLength={200}
      onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
