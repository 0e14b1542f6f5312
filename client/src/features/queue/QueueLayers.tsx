import { lazy, Suspense } from 'react'
import { LayerPending } from '~/components/LayerPending'
import type { TicketRow } from '~/data/tickets'
import { needTexts } from '~/i18n/need'
import { useIdle } from '~/lib/idle'
import type { Compose } from './PreviewReply'
import styles from './QueuePage.module.css'
import type { EditedField } from './RowEditor'
import type { Acts } from './use-acts'
import type { Arrangement } from './arrangement'

const Preview = lazy(() => import('./Preview'))
const loadActs = () => import('~/components/acts/ActDialog')
const loadEditor = () => import('./RowEditor')
const loadBoth = () => void Promise.allSettled([loadActs(), loadEditor()])
const ActDialog = lazy(loadActs)
const AskFirstDialog = lazy(() => import('./AskFirstDialog'))
const OutcomeDialog = lazy(() => import('./OutcomeDialog'))
const RowEditor = lazy(loadEditor)
const ProgressDialog = lazy(async () => {
  await needTexts('work')
  return import('./ProgressDialog')
})
const ArrangeDialog = lazy(() => import('./ArrangeDialog'))
const MergeRowsDialog = lazy(() => import('./MergeRowsDialog'))

/** What lies over the list now. */
export type Layer = 'arrange' | 'merge' | { row: TicketRow; field: EditedField; many?: readonly TicketRow[] }

interface Props {
  /** The ticket of the preview, when it is open. */
  active: TicketRow | undefined
  compose: Compose | null
  layer: Layer | null
  acts: Acts
  arrangement: Arrangement
  onArrange: (change: Partial<Arrangement>) => void
  onNext: () => void
  onClosePreview: () => void
  onCloseLayer: () => void
}

/** What comes beside and over the list; each is loaded when it is first wanted. */
export function QueueLayers({ active, compose, layer, acts, arrangement, ...on }: Props) {
  const { asked } = acts
  useIdle(loadBoth)
  return (
    <>
      {active && (
        <Suspense fallback={<aside className={styles.preview} />}>
          <Preview row={active} compose={compose} onNext={on.onNext} onClose={on.onClosePreview} />
        </Suspense>
      )}
      <Suspense fallback={<LayerPending />}>
        {asked && (
          <ActDialog
            key={asked}
            act={asked}
            tickets={acts.askedFor}
            start={acts.start}
            busy={acts.busy}
            error={acts.error}
            onClose={acts.dismiss}
            onSubmit={acts.submit}
            onRehearse={acts.start.count ? acts.rehearse : undefined}
          />
        )}
        {acts.asking && <AskFirstDialog asking={acts.asking} onClose={acts.dismiss} />}
        {acts.progress && <ProgressDialog progress={acts.progress} onStop={acts.stop} />}
        {acts.outcome && <OutcomeDialog outcome={acts.outcome} onClose={acts.dismiss} />}
        {layer === 'arrange' && (
          <ArrangeDialog arrangement={arrangement} onChange={on.onArrange} onClose={on.onCloseLayer} />
        )}
        {layer === 'merge' && <MergeRowsDialog rows={acts.targets} onClose={on.onCloseLayer} />}
        {layer !== null && typeof layer === 'object' && (
          <RowEditor
            key={layer.row.id + layer.field}
            row={layer.row}
            field={layer.field}
            many={layer.many}
            acts={acts}
            onClose={on.onCloseLayer}
          />
        )}
      </Suspense>
    </>
  )
}
