import { NativeSelect } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'
import { cell, levels, oddCells, priorities, type Cell, type MatrixForm, type Priority } from './matrix-form'
import styles from './MatrixGrid.module.css'

/** The nine cells: impact down, urgency across; what was changed and not saved is marked. */
export function MatrixGrid({ saved }: { saved: MatrixForm }) {
  const { t } = useTranslation()
  const values = useWatch<MatrixForm>() as MatrixForm
  const odd = oddCells(values)
  return (
    <>
      <table className={styles.grid} aria-label={t('rules:matrix.title')}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('rules:matrix.impact')}
            </th>
            <th scope="colgroup" colSpan={3}>
              {t('rules:matrix.urgency')}
            </th>
          </tr>
          <tr>
            {levels.map((urgency) => (
              <th key={urgency} scope="col">
                {t(`rules:urgency.${urgency}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((impact) => (
            <tr key={impact}>
              <th scope="row">
                <span className={styles.axis}>{t('rules:matrix.impact')} · </span>
                {t(`rules:level.${impact}`)}
              </th>
              {levels.map((urgency) => (
                <td key={urgency} data-urgency={[t('rules:matrix.urgency'), t(`rules:level.${urgency}`)].join(' · ')}>
                  <CellField
                    name={cell(impact, urgency)}
                    label={t('rules:matrix.cell', {
                      impact: t(`rules:level.${impact}`),
                      urgency: t(`rules:urgency.${urgency}`),
                    })}
                    saved={saved[cell(impact, urgency)]}
                    odd={odd.includes(cell(impact, urgency))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {odd.length > 0 && <p role="status">{t('rules:matrix.odd', { count: odd.length })}</p>}
    </>
  )
}

interface CellProps {
  name: Cell
  label: string
  saved: Priority
  odd: boolean
}

function CellField({ name, label, saved, odd }: CellProps) {
  const { t } = useTranslation()
  const text = (priority: unknown) => [String(priority).toUpperCase(), t(`priority.${String(priority)}`)].join(' ')
  const { value, set, blur, ref, error } = useField<Priority>(name, label, text)
  return (
    <div className={styles.cell} data-odd={odd || undefined}>
      <NativeSelect
        ref={ref}
        aria-label={label}
        value={value}
        onBlur={blur}
        onChange={(event) => set(event.currentTarget.value as Priority)}
        data={priorities.map((each) => ({ value: each, label: text(each) }))}
        error={error}
      />
      <span className="meta">{value === saved ? '' : t('rules:matrix.was', { priority: saved.toUpperCase() })}</span>
    </div>
  )
}
