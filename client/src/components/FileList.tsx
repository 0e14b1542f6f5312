import { Paperclip } from 'lucide-react'
import type { Attachment } from '~/data/incidents'
import styles from './FileList.module.css'

const kilo = 1024
const size = (bytes: number) =>
  bytes < kilo * kilo ? `${Math.max(1, Math.round(bytes / kilo))} kB` : `${(bytes / kilo / kilo).toFixed(1)} MB`

/** Files that belong to a message; pictures are shown. */
export function FileList({ incident, files }: { incident: string; files: readonly Attachment[] }) {
  if (files.length === 0) return null
  return (
    <ul className={`plain ${styles.files}`}>
      {files.map((file) => {
        const href = `/api/v1/incidents/${incident}/attachments/${file.id}`
        const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.mediaType)
        return (
          <li key={file.id}>
            <a href={href} download={file.name}>
              {picture ? <img src={href} alt={file.name} loading="lazy" /> : <Paperclip size={14} aria-hidden />}
              <span>
                {file.name} <span className="meta">{size(file.size)}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
