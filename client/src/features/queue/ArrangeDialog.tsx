import { Button } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { Dialog } from '~/components/Dialog'
import styles from './ArrangeDialog.module.css'
import { columns, usualColumns, type ColumnId } from './columns'
import { groupings, type Grouping } from './group-rows'
import type { Arrangement } from './arrangement'

interface Props {
  arrangement: Arrangement
  onChange: (change: Partial<Arrangement>) => void
  onClose: () => void
}

/** Which columns in which order, and grouped by what: a person's own, in shared views as well. */
export default function ArrangeDialog({ arrangement, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const shown = arrangement.columns
  const rest = columns.map((column) => column.id).filter((id) => !shown.includes(id))
  const set = (next: readonly ColumnId[]) => onChange({ columns: next })
  const move = (at: number, step: 1 | -1) => {
    const next = [...shown]
    const [column] = next.splice(at, 1)
    next.splice(at + step, 0, column!)
    set(next)
  }
  return (
    <Dialog title={t('desk:arrange.title')} onClose={onClose}>
      <div className="stack">
        <NativeChoice
          label={t('desk:arrange.group')}
          value={arrangement.group}
          onChange={(group) => onChange({ group: group as Grouping })}
          options={groupings.map((each) => [each, t(`desk:arrange.by.${each}`)] as const)}
        />
        <fieldset className={styles.columns}>
          <legend>{t('desk:arrange.columns')}</legend>
          <ul className="plain">
            {[...shown, ...rest].map((id, index) => (
              <li key={id} className={styles.column}>
                <label>
                  <input
                    type="checkbox"
                    checked={index < shown.length}
                    disabled={id === 'title'}
                    onChange={(event) =>
                      set(event.target.checked ? [...shown, id] : shown.filter((each) => each !== id))
                    }
                  />
                  {t(`desk:column.${id}`)}
                </label>
                {index < shown.length && (
                  <span>
                    <button
                      type="button"
                      aria-label={t('desk:arrange.before', { column: t(`desk:column.${id}`) })}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    >
                      <ArrowUp size={15} aria-hidden />
                    </button>
                    <button
                      type="button"
                      aria-label={t('desk:arrange.after', { column: t(`desk:column.${id}`) })}
                      disabled={index === shown.length - 1}
                      onClick={() => move(index, 1)}
                    >
                      <ArrowDown size={15} aria-hidden />
                    </button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
        <div className="row-end">
          <Button variant="default" onClick={() => onChange({ columns: usualColumns, group: 'none', sorts: {} })}>
            {t('desk:arrange.reset')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
