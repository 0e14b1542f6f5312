import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftKind } from '~/components/composer/use-draft'
import { scrollWithin } from '~/lib/scroll-within'
import styles from './TicketPage.module.css'

interface Props {
  /** The ticket takes messages. */
  open: boolean
  onCompose: (kind: DraftKind) => void
}

const partOf = (bar: Element | null, what: 'composer' | 'side') =>
  bar?.parentElement?.querySelector(`[data-part=${what}]`)

/** On a phone, where all stands below one another: the answer and what is known of the ticket, a thumb away from wherever one reads. */
export function Reach({ open, onCompose }: Props) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)

  useEffect(() => {
    const composer = partOf(bar.current, 'composer')
    if (!composer) return
    const watch = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), { threshold: 0.4 })
    watch.observe(composer)
    return () => watch.disconnect()
  }, [])

  const compose = (kind: DraftKind) => {
    onCompose(kind)
    // With the last that was said above it.
    requestAnimationFrame(() => scrollWithin(partOf(bar.current, 'composer'), 'end'))
  }
  return (
    // Near the answer it would stand over the button that sends it; the properties follow right below.
    <div ref={bar} className={styles.reach} hidden={near} data-uncovered data-noprint>
      {open && (
        <>
          <Button className={styles.answer} onClick={() => compose('reply')}>
            {t('desk:key.reply')}
          </Button>
          <Button variant="default" onClick={() => compose('note')}>
            {t('desk:key.note')}
          </Button>
        </>
      )}
      <Button variant="default" onClick={() => scrollWithin(partOf(bar.current, 'side'), 'start')}>
        {t('desk:tab.properties')}
      </Button>
    </div>
  )
}
