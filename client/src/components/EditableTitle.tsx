import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './EditableTitle.module.css'
import { PageHeader } from './PageHeader'

/** The page's name, changed where it stands: Enter keeps it, Escape leaves it. */
export function EditableTitle({ title, onChange }: { title: string; onChange: (title: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const editing = text !== null
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  if (text === null)
    return (
      <div className={styles.title}>
        <PageHeader title={title}>
          <button type="button" className={styles.edit} onClick={() => setText(title)}>
            {t('edit')}
          </button>
        </PageHeader>
      </div>
    )
  const keep = () => {
    if (text.trim() && text.trim() !== title) onChange(text.trim())
    setText(null)
  }
  return (
    <TextInput
      ref={field}
      className="grow"
      aria-label={t('title')}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape') setText(null)
      }}
    />
  )
}
