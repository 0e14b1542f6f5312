import { expect, it } from 'vitest'
import { parseInline, parseMarkdown } from './markdown'

it('keeps lines, lists, quotes and code apart', () => {
  const kinds = parseMarkdown('Hello\nworld\n\n- one\n- two\n\n1. a\n\n> said\n\n```\ncode\n```\n\n---').map(
    (b) => b.kind,
  )
  expect(kinds).toEqual(['paragraph', 'list', 'list', 'quote', 'code', 'rule'])
})

it('makes links of web and mail addresses alone', () => {
  expect(parseInline('[x](javascript:alert(1))')[0]).toMatchObject({ kind: 'text' })
  expect(parseInline('[x](data:text/html,1)')[0]).toMatchObject({ kind: 'text' })
  expect(parseInline('[x](//evil.example)')[0]).toMatchObject({ kind: 'text' })
  expect(parseInline('[x](https://example.org)')[0]).toMatchObject({ kind: 'link', href: 'https://example.org' })
  expect(parseInline('see https://example.org/a_b.')[1]).toMatchObject({
    kind: 'link',
    href: 'https://example.org/a_b',
  })
})

it('shows pictures from this server alone', () => {
  expect(parseInline('![a](https://tracker.example/x.png)')[0]).toMatchObject({ kind: 'text' })
  expect(parseInline('![a](/api/v1/attachments/1)')[0]).toMatchObject({ kind: 'image' })
})

it('leaves underscores inside names and HTML as they are', () => {
  expect(parseInline('snake_case_name <b>no</b>')).toEqual([{ kind: 'text', text: 'snake_case_name <b>no</b>' }])
})

it('always comes to an end, whatever is pasted', () => {
  for (const odd of ['#', '>', '```', '- ', '1.', '****', '[[[]]]((', '\n\n\n', '* a\nb', '1. x\n# y'])
    expect(Array.isArray(parseMarkdown(odd))).toBe(true)
})
