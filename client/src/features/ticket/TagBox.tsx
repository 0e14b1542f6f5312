import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Offered } from '~/components/Offered'
import { unmarked, useOffered } from '~/components/use-offered'
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
  const [open, setOpen] = useState(false)
  const q = useDeferredValue(value.trim().toLowerCase())
  // Longer than a tag is no beginning of one.
  const asked = open && q.length > 0 && q.length <= longestTag
  const { data } = useQuery({ ...tagSuggestionsQuery(q), enabled: asked })
  const offered = asked ? (data?.items ?? []).filter(({ tag }) => !except.includes(tag)).slice(0, 8) : []
  const add = (text: string) => {
    leave()
    onAdd(text)
  }
  const leave = () => {
    setOpen(false)
    offer.restart()
  }
  const offer = useOffered(offered, ({ tag }) => add(tag), leave, unmarked)
  const keys = (event: KeyboardEvent) => {
    if (offer.take(event)) return
    if (event.key === 'Enter') add(value)
    else if (event.key === 'Escape' && value) {
      event.stopPropagation()
      onChange('')
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
        {...offer.combobox}
        {...offer.controls}
        value={value}
        onKeyDown={keys}
        onBlur={() => add(value)}
        onChange={(event) => {
          offer.restart()
          setOpen(true)
          onChange(event.currentTarget.value)
        }}
      />
      <Offered offer={offer} label={t('desk:tags.inUse')} keyOf={({ tag }) => tag}>
        {({ tag }) => <span className={styles.tag}>{tag}</span>}
      </Offered>
    </div>
  )
}
