import { useId } from 'react'
import { TextField } from './TextField'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
}

const zones = Intl.supportedValuesOf('timeZone')

/** A time zone by its IANA name, with all that the browser knows to choose from. */
export function ZoneField(props: Props) {
  const id = useId()
  return (
    <>
      <TextField {...props} list={id} />
      <datalist id={id}>
        {['UTC', ...zones].map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
    </>
  )
}
