import { useState } from 'react'
import type { Incident } from '~/api/types'
import { Composer } from '~/components/composer/Composer'
import type { DraftKind } from '~/components/composer/use-draft'
import { usePresence } from '~/data/presence'

/** What the keys asked to write, and for which ticket. */
export interface Compose {
  reference: string
  kind: DraftKind
  count: number
}

const toList = () => document.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })

/** Answering without leaving the list. */
export default function PreviewReply({
  incident,
  compose,
  onNext,
}: {
  incident: Incident
  compose: Compose | null
  onNext: () => void
}) {
  const asked = compose?.reference === incident.reference ? compose : null
  const [chosen, setChosen] = useState<{ kind: DraftKind; after: number } | null>(null)
  const [writing, setWriting] = useState(false)
  // The keys win over a choice that was made before they were pressed.
  const kind = chosen && chosen.after === (asked?.count ?? 0) ? chosen.kind : (asked?.kind ?? 'reply')
  usePresence(incident.reference, writing ? (kind === 'reply' ? 'replying' : 'noting') : 'viewing')
  return (
    <Composer
      incident={incident}
      kind={kind}
      onKind={(next) => setChosen({ kind: next, after: asked?.count ?? 0 })}
      focus={asked?.count ?? 0}
      onActivity={setWriting}
      onNext={onNext}
      onSent={toList}
    />
  )
}
