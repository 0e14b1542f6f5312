import { expect, it } from 'vitest'
import { listSearch } from './reports'

const team = '0199a1b2-0000-7000-8000-00000000000a'

it('what a figure asks for in words stands in the field of the list, and the rest beside it', () => {
  expect(listSearch('practice=incident&q=clock%3Aresolution.missed')).toEqual({
    q: 'clock:resolution.missed',
    filter: 'practice=incident',
  })
})

it('words with an id in them are fixed with the rest, for nobody could read them', () => {
  expect(listSearch(`practice=incident&q=held%3AwithTeam%3A${team}`)).toEqual({
    filter: `practice=incident&q=held%3AwithTeam%3A${team}`,
  })
})
