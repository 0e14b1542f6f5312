import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showValue, type FieldMeta } from './form-meta'
import type { RecordConflict } from './use-record-form'

interface Props<F> {
  conflict: RecordConflict<F>
  meta: Map<string, FieldMeta>
  busy: boolean
  /** The fields whose own value is to stand. */
  onKeep: (mine: Partial<F>) => void
  onTheirs: () => void
}

/** Somebody saved the same fields meanwhile: both values of each, and the choice. */
export function VersionChoice<F extends object>({ conflict, meta, busy, onKeep, onTheirs }: Props<F>) {
  const { t } = useTranslation()
  const [mine, setMine] = useState<ReadonlySet<keyof F>>(() => new Set(conflict.clashes.map((clash) => clash.field)))
  const choose = (field: keyof F, keep: boolean) => {
    const next = new Set(mine)
    if (keep) next.add(field)
    else next.delete(field)
    setMine(next)
  }
  const save = () => {
    const kept = conflict.clashes.filter((clash) => mine.has(clash.field))
    if (kept.length === 0 && Object.keys(conflict.apply).length === 0) return onTheirs()
    onKeep(Object.fromEntries(kept.map((clash) => [clash.field, clash.mine])) as Partial<F>)
  }
  return (
    <section className="stack" aria-labelledby="versions">
      <h3 id="versions" role="status">
        {conflict.by ? t('admin:versions.titleBy', { name: conflict.by }) : t('admin:versions.title')}
      </h3>
      {conflict.clashes.map(({ field, mine: own, theirs }) => {
        // A text in two languages is known by its first.
        const known = meta.get(String(field)) ?? meta.get(`${String(field)}.en`)
        const show = known?.show ?? showValue
        const label = known?.label ?? String(field)
        return (
          <fieldset key={String(field)} className="stack-s">
            <legend>{label}</legend>
            <label>
              <input
                type="radio"
                name={`versions-${String(field)}`}
                checked={!mine.has(field)}
                onChange={() => choose(field, false)}
              />{' '}
              {t('admin:versions.theirs')} <strong>{show(theirs)}</strong>
            </label>
            <label>
              <input
                type="radio"
                name={`versions-${String(field)}`}
                checked={mine.has(field)}
                onChange={() => choose(field, true)}
              />{' '}
              {t('admin:versions.mine')} <strong>{show(own)}</strong>
            </label>
          </fieldset>
        )
      })}
      <div className="row-end">
        <Button variant="default" onClick={onTheirs} disabled={busy}>
          {t('admin:versions.takeTheirs')}
        </Button>
        <Button onClick={save} loading={busy}>
          {t('admin:versions.save')}
        </Button>
      </div>
    </section>
  )
}
