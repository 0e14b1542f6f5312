import { describe, expect, it } from 'vitest'
import { changesOfTask, fieldsOfTask, type Task } from './task-changes'

const task = {
  title: 'Order rollers',
  team: { id: 'network', name: 'Network' },
  assignee: null,
  dueAt: '2026-11-30T08:00:41.123Z',
} as Task

describe('what is written of a task', () => {
  it('is only what differs', () => {
    const from = fieldsOfTask(task)
    expect(changesOfTask(from, { ...from })).toEqual({})
    expect(changesOfTask(from, { ...from, title: 'Order two', teamId: null })).toEqual({
      title: 'Order two',
      teamId: null,
    })
  })

  it('does not take the seconds that no field shows for a change', () => {
    const from = fieldsOfTask(task)
    expect(changesOfTask(from, { ...from, dueAt: '2026-11-30T08:00:00.000Z' })).toEqual({})
  })
})
