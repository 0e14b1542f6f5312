import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { CalendarDays } from 'lucide-react'
import { useEffect, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'
import { readDate, writeDate, type DateKind } from '~/lib/written-date'
import styles from './DateBox.module.css'

const examples = { date: '2026-12-31', dateTime: '2026-12-31T14:30' }

type Kept = 'id' | 'required' | 'size' | 'className' | 'description'

interface Props extends Pick<TextInputProps, Kept> {
  label: string
  kind?: DateKind
  /** "2026-11-29", with its time "2026-11-29T14:30" in no zone; empty for none. */
  value: string
  /** With each key; what cannot be read as a date comes as it is written, and keeps its form from being sent. */
  onChange?: (value: string) => void
  /** A date, or none, that one is done with: by Enter, by leaving the box, or from the calendar. */
  onDone?: (value: string) => void
  onBlur?: () => void
  /** The first day that will do. */
  min?: string
  error?: string
  inputRef?: Ref<HTMLInputElement>
}

/** Written as the reader writes it, whatever language the browser has; its calendar is a button, or Alt and the arrow down, away. */
export function DateBox(props: Props) {
  const { label, kind = 'date', value, onChange, onDone, onBlur, min, error, inputRef, ...rest } = props
  // The words come with the first box; until then it is a box without a hint.
  const { t, ready } = useTranslation('date', { useSuspense: false })
  const language = currentLanguage()
  const box = useRef<HTMLDivElement>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [seen, setSeen] = useState({ value, told: value })
  if (value !== seen.value) {
    setSeen({ value, told: value })
    if (value !== seen.told) setTyped(null)
  }
  const text = typed ?? writeDate(value, language, kind)
  const read = readDate(text, kind)
  const early = read !== null && min !== undefined && read < min
  const example = writeDate(examples[kind], language, kind)
  const wrong = early
    ? t('date:early', { date: writeDate(min, language, 'date') })
    : text.trim() !== '' && read === null
      ? t(kind === 'date' ? 'date:unclear' : 'date:unclearTime', { example })
      : ''

  // A form with such a text is not sent, and the browser says why in our words.
  useEffect(() => {
    box.current?.querySelector('input')?.setCustomValidity(wrong)
  }, [wrong])

  const write = (next: string) => {
    const now = readDate(next, kind) ?? next.trim()
    setTyped(next)
    setLeft(false)
    setSeen({ value, told: now })
    onChange?.(now)
  }
  const done = () => {
    setLeft(true)
    if (wrong) return
    setTyped(read === null ? null : writeDate(read, language, kind))
    if ((read ?? '') !== value) onDone?.(read ?? '')
  }
  const pick = () => calendar.current?.showPicker()

  return (
    <div ref={box} className={rest.className}>
      <TextInput
        {...rest}
        ref={inputRef}
        label={label}
        error={wrong && (left || error) ? wrong : error}
        placeholder={ready ? t(kind === 'date' ? 'date:form' : 'date:formTime') : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onInvalid={() => setLeft(true)}
        onBlur={() => {
          done()
          onBlur?.()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          else if (event.altKey && event.key === 'ArrowDown') {
            event.preventDefault()
            pick()
          }
        }}
        rightSectionPointerEvents="all"
        rightSection={
          <span className={styles.calendar}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={ready ? t('date:choose', { label }) : label}
              onClick={pick}
            >
              <CalendarDays size={16} aria-hidden />
            </ActionIcon>
            <input
              ref={calendar}
              type={kind === 'date' ? 'date' : 'datetime-local'}
              aria-hidden
              tabIndex={-1}
              value={read ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                write(chosen && writeDate(chosen, language, kind))
                onDone?.(chosen)
              }}
            />
          </span>
        }
      />
    </div>
  )
}
