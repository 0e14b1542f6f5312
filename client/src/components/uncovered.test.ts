import { describe, expect, it } from 'vitest'
import { liftOver } from './uncovered'

const toast = { left: 16, right: 396, top: 736, bottom: 784 }
const bar = (top: number, bottom: number, left = 60, right = 1280) => ({ top, bottom, left, right })

describe('where a message in passing stands', () => {
  it('is where it rests when nothing is there', () => {
    expect(liftOver([], toast, 800, 48)).toBe(16)
    expect(liftOver([bar(600, 700)], toast, 800, 48)).toBe(16)
    expect(liftOver([bar(750, 800, 900, 1280)], toast, 800, 48)).toBe(16)
  })

  it('is above a bar that is docked below', () => {
    expect(liftOver([bar(750, 800)], toast, 800, 48)).toBe(58)
    expect(liftOver([bar(690, 740), bar(750, 800)], toast, 800, 48)).toBe(118)
  })

  it('is where it rests when there is no place above', () => {
    expect(liftOver([bar(60, 800)], toast, 800, 48)).toBe(16)
  })
})
