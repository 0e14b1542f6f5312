import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import type { Outcome } from '~/components/acts/outcome'
import { OutcomeList } from '~/components/acts/OutcomeList'

/** What became of each ticket: when not all went through, or when they were too many to look at in the list. */
export default function OutcomeDialog({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t(outcome.items.every((item) => item.ok) ? 'desk:outcome.all' : 'desk:outcome.title')}
      onClose={onClose}
    >
      <div className="stack">
        <OutcomeList outcome={outcome} />
        {outcome.note && <p>{outcome.note}</p>}
        <div className="row-end">
          {outcome.undo && (
            <Button
              variant="default"
              onClick={() => {
                onClose()
                outcome.undo?.()
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button data-autofocus onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
