import type { TFunction } from 'i18next'
import type { Undo } from './undo-of'

/** What stays when it is taken back, said before somebody relies on it; nothing where all comes back, or nothing is thought to. */
export function undoWords(
  t: TFunction,
  act: string,
  { steps, never, state }: Pick<Undo, 'steps' | 'never' | 'state'>,
  done: number,
): string {
  if (done === 1 && never.length === 1) return act === 'assign' ? t('desk:back.noTeam') : ''
  if (done === 1 && state.length === 1) return t('desk:back.itsState', { state: t('state.assigned') })
  if (steps.length === 0 && act !== 'assign') return ''
  return [
    state.length > 0 && t('desk:back.state', { count: state.length, state: t('state.assigned') }),
    never.length > 0 && t('desk:back.never', { count: never.length }),
  ]
    .filter(Boolean)
    .join(' ')
}
