import { Button } from '@mantine/core'
import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import styles from './RecoveryCodes.module.css'

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Shown this once; leaving is a decision, not a slip. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const text = `${codes.join('\n')}\n`
  return (
    <Dialog title={t('me:codes.title')} onClose={onClose} insistent>
      <div className="stack">
        <p>{t('me:codes.text')}</p>
        <ul className={`plain ${styles.codes}`} aria-label={t('me:codes.title')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button
            variant="default"
            leftSection={copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
            onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
          >
            {t('me:codes.copy')}
          </Button>
          <Button
            variant="default"
            leftSection={<Download size={15} aria-hidden />}
            onClick={() => download('servicedesk-recovery-codes.txt', text)}
          >
            {t('me:codes.download')}
          </Button>
        </div>
        <div className="row-end">
          <Button onClick={onClose}>{t('me:codes.kept')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
