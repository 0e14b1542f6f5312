import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { dragged, stepped, type Drag } from './track'
import { midnight, timeText, unite, type Hours } from './week'
import styles from './WeekEditor.module.css'

interface Props {
  name: string
  hours: readonly Hours[]
  spill: readonly Hours[]
  helpId: string
  onChange: (hours: Hours[]) => void
  onSay: (text: string) => void
}

const place = ({ from, to }: Hours) => ({
  insetInlineStart: `${(from / midnight) * 100}%`,
  width: `${((Math.min(to, midnight) - from) / midnight) * 100}%`,
})

/** A day from midnight to midnight: drag over the empty part to open it, a block to move it, its edge to change it. */
export function DayTrack({ name, hours, spill, helpId, onChange, onSay }: Props) {
  const { t } = useTranslation()
  const track = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const shown = drag ? dragged(hours, drag) : hours

  const minuteAt = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect()
    return ((event.clientX - box.left) / box.width) * midnight
  }
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return
    const part = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
    const minute = minuteAt(event)
    const index = part ? Number(part.dataset.at) : null
    const edge = (event.target as HTMLElement).dataset.edge as Drag['edge'] | undefined
    track.current!.setPointerCapture(event.pointerId)
    setDrag({ index, edge: edge ?? 'all', start: minute, now: minute })
  }
  const finish = () => {
    if (!drag) return
    setDrag(null)
    onChange(unite(dragged(hours, drag)))
  }
  const keys = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onChange(hours.filter((_, index) => index !== at))
      onSay(t('rules:week.removed', { day: name }))
      return
    }
    const next = stepped(hours[at]!, event)
    if (!next) return
    event.preventDefault()
    // What touches another is joined when the keys rest; until then it may pass through.
    onChange(hours.map((each, index) => (index === at ? next : each)))
    onSay(t('rules:week.span', { day: name, from: timeText(next.from), to: timeText(next.to) }))
  }

  return (
    <div
      ref={track}
      className={styles.track}
      data-day={name}
      onPointerDown={begin}
      onPointerMove={(event) => drag && setDrag({ ...drag, now: minuteAt(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      {spill.map((each, at) => (
        <span key={`spill ${at}`} className={styles.spill} style={place(each)} title={t('rules:week.spill')} />
      ))}
      {shown.map((each, at) => (
        <button
          key={at}
          type="button"
          data-at={at < hours.length ? at : undefined}
          className={styles.block}
          style={place(each)}
          aria-label={t('rules:week.span', { day: name, from: timeText(each.from), to: timeText(each.to) })}
          aria-describedby={helpId}
          onKeyDown={(event) => keys(event, at)}
        >
          <span className={styles.edge} data-edge="from" />
          <span className={styles.text}>{`${timeText(each.from)}–${timeText(each.to)}`}</span>
          <span className={styles.edge} data-edge="to" />
        </button>
      ))}
    </div>
  )
}
