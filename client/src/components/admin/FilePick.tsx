import { Button } from '@mantine/core'
import { FileUp } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FilePick.module.css'

interface Props {
  label: string
  help?: string
  accept?: string
  file: File | null
  onChange: (file: File | null) => void
}

/** One file, chosen or dropped. */
export function FilePick({ label, help, accept, file, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    // Dropping is a shortcut for the button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onChange(event.dataTransfer.files[0] ?? null)
      }}
    >
      <label htmlFor={id}>{label}</label>
      {help && <span className="meta">{help}</span>}
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          onChange(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
      <div className="row">
        <Button variant="default" leftSection={<FileUp size={16} aria-hidden />} onClick={() => input.current?.click()}>
          {t(file ? 'admin:file.other' : 'admin:file.choose')}
        </Button>
        <span>{file?.name ?? <span className="dim">{t('admin:file.drop')}</span>}</span>
      </div>
    </div>
  )
}
