import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepFocus } from './focus-keeper'

let stop: () => void

beforeEach(() => {
  document.body.innerHTML = `<main><h1 tabindex="-1">Page</h1>
    <ul><li><a href="#a">a</a><button id="a">Remove a</button></li><li><input><button id="b">Remove b</button></li></ul>
    <section><button id="add">Add</button></section></main>`
  stop = keepFocus()
})

afterEach(() => {
  stop()
  document.body.innerHTML = ''
})

const find = (what: string) => document.querySelector<HTMLElement>(what)!
const focus = (what: string) => find(what).focus()

it('goes to what stands next when its place goes away, and to what stands before when nothing does', async () => {
  focus('#a')
  find('#a').closest('li')!.remove()
  await waitFor(() => expect(document.activeElement, 'no field to write in').toBe(find('#b')))
  find('ul').insertAdjacentHTML('beforeend', '<li><button id="c">Remove c</button></li>')
  focus('#c')
  find('#c').closest('li')!.remove()
  await waitFor(() => expect(document.activeElement).toBe(find('#b')))
})

it('goes to the same button of a form that is built anew', async () => {
  find('section').innerHTML = '<form><input><button>Check</button><button id="save">Save</button></form>'
  focus('#save')
  find('section').innerHTML = '<form><input><button>Check</button><button id="saved">Save</button></form>'
  await waitFor(() => expect(document.activeElement).toBe(find('#saved')))
})

it('goes to the title when nothing is left around it', async () => {
  focus('#add')
  find('section').remove()
  await waitFor(() => expect(document.activeElement).toBe(find('h1')))
})

it('goes from a dialog to what opened it, or to what stands there now', async () => {
  focus('#add')
  find('main').insertAdjacentHTML('beforeend', '<dialog open><button id="save">Save</button></dialog>')
  focus('#save')
  find('#add').outerHTML = '<button id="change">Change</button>'
  find('dialog').remove()
  await waitFor(() => expect(document.activeElement).toBe(find('#change')))
})

it('leaves alone whoever let go of it', async () => {
  focus('#a')
  find('#a').blur()
  await new Promise(requestAnimationFrame)
  find('#a').remove()
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(document.body)
})
