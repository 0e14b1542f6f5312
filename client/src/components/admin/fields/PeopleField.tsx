import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Named } from '~/api/types'
import { PersonBox } from '~/components/PersonBox'
import { useField } from '../form-meta'
import styles from './fields.module.css'

/** Several people; the field's value is a list of { id, name }. */
export function PeopleField({ name, label, help }: { name: string; label: string; help?: string }) {
  const { t } = useTranslation()
  const field = useField<Named[]>(name, label)
  const people = field.value ?? []
  return (
    <div>
      <PersonBox
        label={label}
        help={help}
        error={field.error}
        value={null}
        many
        except={people.map((person) => person.id)}
        onChange={(person) => person && field.set([...people, person])}
      />
      {people.length > 0 && (
        <ul className={`plain ${styles.chips}`} aria-label={label}>
          {people.map((person) => (
            <li key={person.id} className={styles.chip}>
              {person.name}
              <button
                type="button"
                aria-label={t('admin:list.remove', { name: person.name })}
                onClick={() => field.set(people.filter((each) => each.id !== person.id))}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
