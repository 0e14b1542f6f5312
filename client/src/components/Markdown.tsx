import type { ReactNode } from 'react'
import { parseMarkdown, type Block, type Inline } from '~/lib/markdown'
import styles from './Markdown.module.css'

/** Text as people wrote it. It is built element by element, so nothing in it can run. */
export function Markdown({ text }: { text: string }) {
  return <div className={styles.text}>{parseMarkdown(text).map(drawBlock)}</div>
}

function drawBlock(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={key}>{block.children.map(drawInline)}</p>
    case 'heading':
      return (
        <p key={key} className={styles.heading}>
          {block.children.map(drawInline)}
        </p>
      )
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return <blockquote key={key}>{block.children.map(drawBlock)}</blockquote>
    case 'rule':
      return <hr key={key} />
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List key={key}>
          {block.items.map((item, index) => (
            <li key={index}>{item.map(drawInline)}</li>
          ))}
        </List>
      )
    }
  }
}

function drawInline(part: Inline, key: number): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'break':
      return <br key={key} />
    case 'code':
      return <code key={key}>{part.text}</code>
    case 'strong':
      return <strong key={key}>{part.children.map(drawInline)}</strong>
    case 'emphasis':
      return <em key={key}>{part.children.map(drawInline)}</em>
    case 'image':
      return <img key={key} src={part.src} alt={part.alt} loading="lazy" />
    case 'link':
      return (
        <a
          key={key}
          href={part.href}
          rel="noreferrer noopener"
          target={part.href.startsWith('/') ? undefined : '_blank'}
        >
          {part.children.map(drawInline)}
        </a>
      )
  }
}
