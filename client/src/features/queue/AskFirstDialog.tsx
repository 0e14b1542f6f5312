import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { useFormat } from '~/i18n/format'
import type { Asking } from './use-acts'

/** Before many tickets are changed by one key: how many these are, and what it does to those that wait. */
export default function AskFirstDialog({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { verb, count, waiting, go } = asking
  return (
    <Dialog
      title={[t(`desk:key.${verb}`), t('desk:count', { count, text: format.number(count) })].join(' · ')}
      onClose={onClose}
    >
      <div className="stack">
        <p>{waiting > 0 ? t('desk:take.waiting', { count: waiting }) : t('desk:take.all', { count })}</p>
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button data-autofocus onClick={go}>
            {t(`desk:key.${verb}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
