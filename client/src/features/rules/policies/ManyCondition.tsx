import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import styles from './PolicyPage.module.css'
import type { PolicyForm } from './policy-form'

interface Props {
  name: 'categoryIds' | 'serviceIds' | 'siteIds' | 'requesterGroupIds'
  label: string
  help?: string
  options: readonly (readonly [id: string, name: string])[]
}

/** A condition over a long list: folded away while it asks for nothing. */
export function ManyCondition({ name, label, help, options }: Props) {
  const { t } = useTranslation()
  const chosen = useWatch<PolicyForm, Props['name']>({ name })
  const [open, setOpen] = useState(chosen.length > 0)
  if (options.length === 0 && chosen.length === 0) return null
  const told = options.filter(([id]) => chosen.includes(id)).map(([, text]) => text)
  return (
    <details className={styles.many} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {label} <span className="dim">{told.join(', ') || t('rules:when.any')}</span>
      </summary>
      <CheckListField
        name={name}
        label={label}
        help={[help, t('rules:when.noneTicked')].filter(Boolean).join(' ')}
        options={options}
      />
    </details>
  )
}
