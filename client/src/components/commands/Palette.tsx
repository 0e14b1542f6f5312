import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { KeyHint } from './KeyHint'
import styles from './Palette.module.css'
import { allCommands, type Command } from './registry'

export interface Hit {
  id: string
  label: string
  detail?: string
  run: () => void
}

interface Props {
  onClose: () => void
  /** Finds records; the commands are found here. */
  search: (text: string, signal: AbortSignal) => Promise<Hit[]>
  /** What can be done with words that find nothing. */
  orElse?: (text: string) => Hit | null
}

type Entry = Hit & { keys?: string; disabled?: string }

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function commandsFor(text: string): Entry[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return allCommands()
    .filter((command: Command) => !command.keyOnly && words.every((word) => plain(command.label).includes(word)))
    .map((command) => ({ ...command, detail: command.disabled }))
}

/** Go, act and search from one box. */
export default function Palette({ onClose, search, orElse }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Hit[]>([])
  // What was asked for last and answered: until then nothing is said to be missing.
  const [asked, setAsked] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const commands = useMemo(() => commandsFor(text), [text])
  // What the server finds comes below, so that the marked line does not move.
  const words = text.trim()
  const nothing = words.length >= 2 && asked === words && commands.length + found.length === 0
  const entries: Entry[] = useMemo(() => {
    const instead = nothing ? orElse?.(words) : null
    return instead ? [instead] : [...commands, ...found]
  }, [commands, found, nothing, orElse, words])

  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      if (words.length < 2) return setFound([])
      search(words, stop.signal).then(
        (hits) => {
          setFound(hits)
          setAsked(words)
        },
        () => {},
      )
    }, 120)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [words, search])

  const choose = (entry: Entry | undefined) => {
    if (!entry || entry.disabled) return
    onClose()
    entry.run()
  }

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setActive((index) => (index + step + entries.length) % Math.max(1, entries.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[active])
    }
  }

  useEffect(() => {
    // Nothing is handed back: in newer browsers scrolling gives a promise, which React would take for a clean-up.
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  return (
    <Dialog title={t('palette.title')} onClose={onClose} size="lg">
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        data-autofocus
        value={text}
        onKeyDown={move}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
      />
      {nothing && <p className={styles.nothing}>{t('palette.nothing', { text: words })}</p>}
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('palette.title')}>
        {entries.map((entry, index) => (
          // The keyboard acts on the box above; a line is only pointed at.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={entry.disabled ? true : undefined}
            className={styles.entry}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(entry)}
          >
            <span className="clip">{entry.label}</span>
            {entry.detail && <span className="meta clip">{entry.detail}</span>}
            {entry.keys && <KeyHint keys={entry.keys} />}
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {nothing ? t('palette.nothing', { text: words }) : t('palette.count', { count: entries.length })}
      </p>
    </Dialog>
  )
}
