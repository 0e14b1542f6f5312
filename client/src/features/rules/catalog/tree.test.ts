import { describe, expect, it } from 'vitest'
import { narrowed, pathsOf, type Category } from './tree'

const category = (id: string, name: string, parentId: string | null = null): Category => ({
  id,
  key: id,
  name,
  names: { en: name, fr: name },
  parentId,
  defaultTeamId: null,
  active: true,
  version: 1,
})

describe('the tree of categories', () => {
  it('puts each below its parent, siblings by name', () => {
    const tree = pathsOf([
      category('vpn', 'VPN', 'net'),
      category('mail', 'Mail'),
      category('net', 'Network'),
      category('lan', 'LAN', 'net'),
      category('split', 'Split tunnel', 'vpn'),
    ])
    expect(tree.map(({ path, depth, children }) => [path.join('/'), depth, children])).toEqual([
      ['Mail', 0, 0],
      ['Network', 0, 2],
      ['Network/LAN', 1, 0],
      ['Network/VPN', 1, 1],
      ['Network/VPN/Split tunnel', 2, 0],
    ])
    expect(tree.at(-1)!.above).toEqual(['net', 'vpn'])
  })

  it('hides nothing whose parent it does not know', () => {
    expect(pathsOf([category('lan', 'LAN', 'gone')]).map(({ path }) => path)).toEqual([['LAN']])
  })

  it('finds by any word of the path, without regard to accents, and by state', () => {
    const retired = { ...category('wifi', 'Réseau sans fil', 'net'), active: false }
    const tree = pathsOf([category('net', 'Network'), retired, category('mail', 'Mail')])
    const names = (found: typeof tree) => found.map((branch) => branch.category.id)
    expect(names(narrowed(tree, { q: 'reseau network' }))).toEqual(['wifi'])
    expect(names(narrowed(tree, { show: 'active' }))).toEqual(['mail', 'net'])
    expect(names(narrowed(tree, { q: 'nothing' }))).toEqual([])
  })
})
