import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CustomField, CustomValue } from '~/data/custom-fields'
import { startI18n } from '~/i18n'
import { CustomFieldInput } from './CustomFieldInput'

const options = [
  { key: 'ground', name: 'Ground floor', names: 'Ground floor' },
  { key: 'first', name: 'First floor', names: 'First floor' },
]

const field = (type: CustomField['type']): CustomField => ({
  id: 'id',
  key: 'floor',
  type,
  name: 'Floor',
  names: 'Floor',
  required: false,
  options: type === 'choice' || type === 'multiChoice' ? options : [],
  practice: 'incident',
  active: true,
  version: 1,
})

function show(type: CustomField['type'], first?: CustomValue): (CustomValue | undefined)[] {
  const told: (CustomValue | undefined)[] = []
  function Form() {
    const [value, setValue] = useState(first)
    return (
      <CustomFieldInput
        field={field(type)}
        value={value}
        onChange={(next) => {
          told.push(next)
          setValue(next)
        }}
      />
    )
  }
  render(
    <MantineProvider>
      <Form />
    </MantineProvider>,
  )
  return told
}

describe('the input of a custom field', () => {
  beforeAll(() => startI18n('en'))
  afterEach(cleanup)

  it('gives a number, and none when it is emptied', async () => {
    const told = show('number')
    await userEvent.type(screen.getByLabelText('Floor'), '2.5')
    expect(told.at(-1)).toBe(2.5)
    await userEvent.clear(screen.getByLabelText('Floor'))
    expect(told.at(-1)).toBeUndefined()
  })

  it('tells no from not answered', async () => {
    const told = show('boolean', true)
    await userEvent.selectOptions(screen.getByLabelText('Floor'), 'No')
    await userEvent.selectOptions(screen.getByLabelText('Floor'), '—')
    expect(told).toEqual([false, undefined])
  })

  it('gives the keys of the options in their order', async () => {
    const told = show('multiChoice')
    await userEvent.click(screen.getByLabelText('First floor'))
    await userEvent.click(screen.getByLabelText('Ground floor'))
    await userEvent.click(screen.getByLabelText('First floor'))
    await userEvent.click(screen.getByLabelText('Ground floor'))
    expect(told).toEqual([['first'], ['ground', 'first'], ['ground'], undefined])
  })

  it('keeps a choice in view that is offered no more', () => {
    show('choice', 'attic')
    expect(screen.getByLabelText('Floor')).toHaveValue('attic')
  })
})
