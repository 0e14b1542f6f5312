import { Button } from '@mantine/core'
import { Paperclip, X } from 'lucide-react'
import { useRef, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FileDrop.module.css'

interface Props {
  files: readonly File[]
  onChange: (files: File[]) => void
  children: ReactNode
  /** What stands beside the button. */
  end?: ReactNode
}

/** Takes files by button, by dropping and by pasting into what is inside. */
export function FileDrop({ files, onChange, children, end }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const add = (more: readonly File[]) => onChange([...files, ...more].slice(0, 20))
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    if (pasted.length === 0) return
    event.preventDefault()
    add(pasted)
  }
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    add([...event.dataTransfer.files])
  }
  return (
    // Dropping and pasting are shortcuts for the button below.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="stack-s" onPaste={paste} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      {children}
      {files.length > 0 && (
        <ul className={`plain ${styles.files}`} aria-label={t('files')}>
          {files.map((file, index) => (
            <li key={`${file.name} ${index}`}>
              {file.name}
              <button
                type="button"
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => onChange(files.filter((_, at) => at !== index))}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="between">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Paperclip size={14} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('attach')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        {end}
      </div>
    </div>
  )
}
