import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '~/components/commands/registry'
import type { DraftKind } from '~/components/composer/use-draft'
import { notice, undoLast } from '~/components/toast'
import { useMay } from '~/data/session'
import type { Acts } from './use-acts'
import type { TicketRow } from '~/data/tickets'
import type { EditedField } from './RowEditor'
import type { Queue } from './use-queue'
import type { Selection } from './use-selection'

/** Opens the choices for a row, or beside it those for many. */
export type Edit = (row: TicketRow, field: EditedField, many?: readonly TicketRow[]) => void

interface Options {
  queue: Queue
  selection: Selection
  acts: Acts
  preview: boolean
  setPreview: (shown: boolean) => void
  compose: (kind: DraftKind) => void
  edit: Edit
}

/** Everything a queue can do, once: for keys, palette and menus. */
export function useQueueCommands({ queue, selection, acts, preview, setPreview, compose, edit }: Options): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const overrides = useMay()('incidents.overridePriority')
  const row = queue.rows[selection.active]
  useCommands(
    useMemo<Command[]>(() => {
      const open = () => row && void navigate({ to: '/desk/tickets/$ref', params: { ref: row.reference } })
      // What is ticked is what every key means, not the row it happens to stand on.
      const { targets } = acts
      const state = () => row && (targets.length > 1 ? edit(row, 'state', targets) : edit(targets[0] ?? row, 'state'))
      const priority = () => {
        if (targets.length <= 1) return row && edit(targets[0] ?? row, 'priority')
        if (overrides) acts.ask('override-priority')
        else notice(t('desk:edit.oneByOne'))
      }
      const list = (id: string, keys: string, run: () => void, alias?: string[]): Command => ({
        id: `queue.${id}`,
        label: t(`desk:key.${id}`),
        section: 'list',
        keys,
        alias,
        run,
        keyOnly: true,
      })
      const page = (id: string, keys: string | undefined, run: () => void): Command => ({
        id: `queue.${id}`,
        label: t(`desk:key.${id}`),
        section: 'page',
        keys,
        // What is written goes to one ticket, and so does what is done beside it.
        about: targets.length === 1 ? targets[0]!.reference : undefined,
        run,
      })
      return [
        list('next', 'j', () => selection.move(1), ['arrowdown']),
        list('previous', 'k', () => selection.move(-1), ['arrowup']),
        list('open', 'enter', open, ['o']),
        list('preview', 'space', () => setPreview(!preview)),
        list('select', 'x', () => selection.toggle(selection.active)),
        list('range', 'shift+x', () => selection.toggle(selection.active, true)),
        list('all', 'mod+a', () => selection.all()),
        list('clear', 'escape', () => (selection.chosen.size > 0 ? selection.clear() : setPreview(false))),
        page('take', 'm', () => acts.take()),
        { ...page('assign', 'a', () => acts.ask('assign')), alias: ['t'] },
        page('hold', 'w', () => acts.ask('hold')),
        page('resolve', 'e', () => acts.ask('resolve')),
        page('state', 's', state),
        page('priority', 'p', priority),
        ...(overrides ? [page('setPriority', undefined, () => acts.ask('override-priority'))] : []),
        page('reply', 'r', () => compose('reply')),
        page('note', 'n', () => compose('note')),
        page('undo', 'z', undoLast),
      ]
    }, [t, navigate, row, selection, acts, preview, setPreview, compose, edit, overrides]),
  )
}
