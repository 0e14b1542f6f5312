import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { useFormat } from '~/i18n/format'
import type { Progress } from './use-acts'

interface Props {
  progress: Progress
  onStop: () => void
}

/** How far a run over many tickets is, and the way to end it: after the piece that is under way. */
export default function ProgressDialog({ progress: { done, of }, onStop }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [stopping, setStopping] = useState(false)
  const stop = () => {
    setStopping(true)
    onStop()
  }
  const text = t('work:bulk.progress', { done: format.number(done), of: format.number(of) })
  return (
    <Dialog title={t('work:bulk.title')} onClose={stop} size="sm" insistent>
      <div className="stack">
        <p role="status">{stopping ? t('work:bulk.stopping') : text}</p>
        <progress aria-label={t('work:bulk.title')} value={done} max={of} style={{ width: '100%' }} />
        <p className="meta">{t('work:bulk.help')}</p>
        <div className="row-end">
          <Button variant="default" data-autofocus disabled={stopping} onClick={stop}>
            {t('work:bulk.stop')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
