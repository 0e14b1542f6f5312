import { useTranslation } from 'react-i18next'
import type { Named } from '~/api/types'
import { Chips } from '~/components/Chips'
import { PersonBox } from '~/components/PersonBox'
import { useField } from '../form-meta'

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
      <Chips
        label={label}
        items={people}
        removal={(each) => t('admin:list.remove', { name: each })}
        onRemove={({ id }) => field.set(people.filter((each) => each.id !== id))}
      />
    </div>
  )
}
