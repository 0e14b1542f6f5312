import type { TFunction } from 'i18next'
import type { Undo } from './undo-of'

/** What stays when it is taken back, said before somebody relies on it; nothing where all comes back, or nothing is thought to. */
export function undoWords(
  t: TFunction,
  act: string,
  { steps, never, state }: Pick<Undo, 'steps' | 'never' | 'state'>,
  done: number,
): string {
  if (done === 1 && never.length === 1) return act === 'assign' ? t('desk:undoing.noTeam') : ''
  if (done === 1 && state.length === 1) return t('desk:undoing.itsState', { state: t('state.assigned') })
  if (steps.length === 0 && act !== 'assign') return ''
  return [
    state.length > 0 && t('desk:undoing.state', { count: state.length, state: t('state.assigned') }),
    never.length > 0 && t('desk:undoing.never', { count: never.length }),
  ]
    .filter(Boolean)
    .join(' ')
}
