/** A small Markdown: what people write into tickets. Nothing in it becomes HTML by itself. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'image'; src: string; alt: string }
  | { kind: 'break' }

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'rule' }

const bullet = /^\s{0,3}[-*+]\s+(.*)$/
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/

export function parseMarkdown(source: string): Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  let index = 0
  const take = (test: (line: string) => boolean) => {
    const taken: string[] = []
    while (index < lines.length && test(lines[index]!)) taken.push(lines[index++]!)
    return taken
  }
  while (index < lines.length) {
    const line = lines[index]!
    if (line.trim() === '') index++
    else if (line.startsWith('```')) {
      index++
      const text = take((each) => !each.startsWith('```')).join('\n')
      index++
      blocks.push({ kind: 'code', text })
    } else if (/^\s{0,3}>/.test(line)) {
      const quoted = take((each) => /^\s{0,3}>/.test(each)).map((each) => each.replace(/^\s{0,3}>\s?/, ''))
      blocks.push({ kind: 'quote', children: parseMarkdown(quoted.join('\n')) })
    } else if (/^#{1,6}\s/.test(line)) {
      index++
      blocks.push({ kind: 'heading', children: parseInline(line.replace(/^#+\s+/, '')) })
    } else if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) {
      index++
      blocks.push({ kind: 'rule' })
    } else if (bullet.test(line) || numbered.test(line)) {
      const marker = bullet.test(line) ? bullet : numbered
      const items = take((each) => marker.test(each)).map((each) => parseInline(marker.exec(each)![1]!))
      blocks.push({ kind: 'list', ordered: marker === numbered, items })
    } else {
      const text = take((each) => each.trim() !== '' && !/^(```|\s{0,3}>|#{1,6}\s)/.test(each) && !bullet.test(each))
      blocks.push({ kind: 'paragraph', children: parseInline(text.join('\n')) })
    }
  }
  return blocks
}

const inline =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|(?<![*\w])[*_]([^*_\n]+)[*_](?![*\w])|!\[([^\]\n]*)\]\(([^)\s]+)\)|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+[^\s<>).,;:!?'"])|\n/g

const safe = (href: string) => /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href)
// Pictures come from our own server alone.
const ours = (src: string) => src.startsWith('/api/v1/')

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of text.matchAll(inline)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    end = match.index + match[0].length
    parts.push(inlineOf(match))
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

function inlineOf(match: RegExpExecArray): Inline {
  const [all, code, strong, emphasis, alt, src, label, href, bare] = match
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', children: parseInline(strong) }
  if (emphasis !== undefined) return { kind: 'emphasis', children: parseInline(emphasis) }
  if (src !== undefined) return ours(src) ? { kind: 'image', src, alt: alt ?? '' } : { kind: 'text', text: all }
  if (href !== undefined && label !== undefined)
    return safe(href) ? { kind: 'link', href, children: parseInline(label) } : { kind: 'text', text: all }
  if (bare !== undefined) return { kind: 'link', href: bare, children: [{ kind: 'text', text: bare }] }
  return { kind: 'break' }
}
