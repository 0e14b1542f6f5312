import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import type { Outcome } from '~/components/acts/outcome'
import { OutcomeList } from '~/components/acts/OutcomeList'

/** What became of each ticket, when not all went through. */
export default function OutcomeDialog({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('desk:outcome.title')} onClose={onClose}>
      <div className="stack">
        <OutcomeList outcome={outcome} />
        <div className="row-end">
          <Button data-autofocus onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
