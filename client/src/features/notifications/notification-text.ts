import type { TFunction } from 'i18next'
import type { Notification } from '~/data/notifications'
import type { useFormat } from '~/i18n/format'

type Format = ReturnType<typeof useFormat>

/** What happened, in a sentence of the reader's language; the ticket stands beside it. */
export function notificationText({ kind, actor, data, at }: Notification, t: TFunction, format: Format): string {
  const { name } = actor
  if (kind === 'stateChanged') {
    // What waited goes on because somebody answered or because somebody ended the waiting; both is told to who has the ticket.
    if (data.transition === 'resume') return t(`notifications:${data.byRequester ? 'answered' : 'resumed'}`, { name })
    if (data.transition === 'reopen') return t('notifications:reopened', { name })
    return t(`notifications:state.${String(data.state)}`, { name })
  }
  if (kind !== 'alarm') return t(`notifications:kind.${kind}`, { name })
  const target = t(`target.${String(data.target)}`)
  if (typeof data.dueAt !== 'string') return target
  const missed = data.dueAt <= at
  return t(`notifications:alarm.${missed ? 'missed' : 'risk'}`, { target, at: format.dateTime(data.dueAt) })
}
