import { Button } from '@mantine/core'
import { SlidersHorizontal } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Filters.module.css'

/** What the figures are asked for; on a phone behind a button, so that the figures come first. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div data-noprint>
      <div className={styles.fold}>
        <Button
          variant="default"
          leftSection={<SlidersHorizontal size={16} aria-hidden />}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('lead:filter.button')}
        </Button>
      </div>
      <div id={id} role="group" aria-label={label} className={styles.fields} data-open={open || undefined}>
        {children}
      </div>
    </div>
  )
}
