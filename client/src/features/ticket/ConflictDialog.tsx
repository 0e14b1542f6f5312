import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import type { Conflict } from './use-update'

interface Props {
  conflict: Conflict
  /** What a value is called: an id alone says nothing. */
  name: (field: string, value: unknown) => ReactNode
  /** What a field is called that the desk has no words for. */
  label?: (field: string) => string | undefined
  onMine: () => void
  onTheirs: () => void
}

/** Two people changed the same field: both values, and the choice. */
export function ConflictDialog({ conflict, name, label, onMine, onTheirs }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('desk:conflict.title', { name: conflict.by ?? t('desk:somebody') })} onClose={onTheirs}>
      <div className="stack">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('desk:conflict.field')}</th>
              <th scope="col">{t('desk:conflict.theirs')}</th>
              <th scope="col">{t('desk:conflict.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.clashes.map((clash) => (
              <tr key={clash.field}>
                <th scope="row">{label?.(clash.field) ?? t(`desk:field.${clash.field}`)}</th>
                <td>{name(clash.field, clash.theirs)}</td>
                <td>{name(clash.field, clash.mine)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row-end">
          <Button variant="default" onClick={onTheirs} data-autofocus>
            {t('desk:conflict.takeTheirs')}
          </Button>
          <Button onClick={onMine}>{t('desk:conflict.keepMine')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
