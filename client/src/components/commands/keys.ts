import { useEffect } from 'react'
import { createStore } from '~/lib/store'
import { allCommands, type Command } from './registry'

/** Keys of one character can be switched off (WCAG 2.1.4); those with Ctrl stay. */
export const characterKeys = createStore(read())

function read(): boolean {
  try {
    return localStorage.getItem('characterKeys') !== 'off'
  } catch {
    return true
  }
}

export function switchCharacterKeys(on: boolean): void {
  try {
    localStorage.setItem('characterKeys', on ? 'on' : 'off')
  } catch {
    // It lasts until the page is closed then.
  }
  characterKeys.set(on)
}

const sequenceTime = 1200

/** The name of what was pressed, as commands write it. */
export function pressed(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase()
  const shift = event.shiftKey && (letter || event.key.length > 1) ? 'shift+' : ''
  return mod + alt + shift + (event.key === ' ' ? 'space' : event.key.toLowerCase())
}

/** Arrows, Enter and the like are no characters: they stay when the letters are switched off. */
const isCharacter = (event: KeyboardEvent) => event.key.length === 1 && event.key !== ' '

/** What lies over the page has the keys, also while it is still being loaded. */
const layerIsOpen = () => document.querySelector('dialog, [role=menu], [data-layer-pending]') !== null

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))

const onControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role=menuitem], [role=tab], [role=option]') !== null

/** Where the space bar ticks. */
const isTick = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input[type=checkbox], input[type=radio]')

function match(name: string, prefix: string): { command?: Command; begins: boolean } {
  const wanted = prefix ? `${prefix} ${name}` : name
  let begins = false
  for (const command of allCommands()) {
    if (command.told) continue
    for (const keys of [command.keys, ...(command.alias ?? [])]) {
      if (keys === wanted) return { command, begins: false }
      if (keys?.startsWith(`${wanted} `)) begins = true
    }
  }
  return { begins }
}

/** Listens for the keys of all commands that are offered now. */
export function useKeys(): void {
  useEffect(() => {
    let prefix = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      prefix = ''
      clearTimeout(timer)
    }
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      const name = pressed(event)
      const withMod = name.startsWith('mod+')
      if (!withMod && (layerIsOpen() || (isCharacter(event) && !characterKeys.get()))) return
      if ((name === 'enter' || name === 'space') && onControl(event.target)) return
      if (name === 'space' && isTick(event.target)) return
      const { command, begins } = match(name, prefix)
      if (inField(event.target) && !command?.inFields) return
      forget()
      if (begins) {
        prefix = name
        timer = setTimeout(forget, sequenceTime)
        event.preventDefault()
      } else if (command && !command.disabled) {
        event.preventDefault()
        command.run()
      }
    }
    window.addEventListener('keydown', listen)
    return () => {
      forget()
      window.removeEventListener('keydown', listen)
    }
  }, [])
}
