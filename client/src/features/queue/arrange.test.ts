import { expect, it } from 'vitest'
import { arrange } from './arrange'

const row = (id: string, title = id) => ({ id, title })

it('renews known rows where they are, whatever their new place', () => {
  const { rows } = arrange([row('a'), row('b')], [row('b', 'changed'), row('a')])
  expect(rows).toEqual([row('a'), row('b', 'changed')])
})

it('counts new rows instead of pushing the others down', () => {
  const { rows, fresh } = arrange([row('a')], [row('new'), row('a')])
  expect(rows).toEqual([row('a')])
  expect(fresh).toBe(1)
})

it('keeps and marks what has left', () => {
  const { rows, gone } = arrange([row('a'), row('b')], [row('b')])
  expect(rows).toHaveLength(2)
  expect([...gone]).toEqual(['a'])
})
