import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useField } from '~/components/admin/form-meta'
import { NativeChoice } from '~/components/acts/NativeChoice'
import { useBuiltInNames } from '~/components/built-in-names'
import { choicesQuery } from '~/data/admin/resource'
import styles from './HolidaySetsField.module.css'

/** The holiday sets of a calendar in their order: of two that name a date the first one counts. */
export function HolidaySetsField({ name }: { name: string }) {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const label = t('rules:calendar.holidaySets')
  const sets = useQuery(choicesQuery<Schemas['HolidaySetRow']>('/service-levels/holiday-sets')).data?.items ?? []
  const nameOf = (id: string) => named(sets.find((set) => set.id === id)?.name ?? '—')
  const field = useField<string[]>(name, label, (value) => (value as string[]).map(nameOf).join(', ') || t('none'))
  const ids = field.value
  const swap = (at: number, to: number) => {
    const next = [...ids]
    ;[next[at], next[to]] = [next[to]!, next[at]!]
    field.set(next)
  }
  return (
    <fieldset className={styles.sets}>
      <legend>{label}</legend>
      <p className="meta">{t('rules:calendar.holidaySetsHelp')}</p>
      {ids.length > 0 && (
        <ol className={styles.list}>
          {ids.map((id, at) => (
            <li key={id}>
              <span className="grow">{nameOf(id)}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={t('rules:calendar.setUp', { name: nameOf(id) })}
                onClick={() => swap(at, at - 1)}
              >
                <ArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === ids.length - 1}
                aria-label={t('rules:calendar.setDown', { name: nameOf(id) })}
                onClick={() => swap(at, at + 1)}
              >
                <ArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rules:calendar.setRemove', { name: nameOf(id) })}
                onClick={() => field.set(ids.filter((each) => each !== id))}
              >
                <X size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      <NativeChoice
        label={t('rules:calendar.setAdd')}
        value=""
        onChange={(id) => id && field.set([...ids, id])}
        options={[
          ['', '—'],
          ...sets.filter((set) => !ids.includes(set.id)).map((set) => [set.id, named(set.name)] as const),
        ]}
      />
      {field.error && <p role="alert">{field.error}</p>}
    </fieldset>
  )
}
