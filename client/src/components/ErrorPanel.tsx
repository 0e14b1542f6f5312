import { OctagonAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from './CopyButton'
import styles from './ErrorPanel.module.css'
import { useErrorText } from './error-text'
import { ApiError } from '~/api/errors'

interface Props {
  error: Error
  /** Says it better here than the words that hold everywhere. */
  text?: string
}

/** Why something failed, in the reader's words, with the trace id that the desk can find it by. */
export function ErrorPanel({ error, text }: Props) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const trace = error instanceof ApiError ? error.traceId : undefined
  return (
    <div role="alert" className={styles.panel}>
      <OctagonAlert size={18} aria-hidden />
      <div className="stack-s grow">
        <span>{text ?? errorText(error)}</span>
        {trace && (
          <span className="row meta">
            {t('error.trace')} <code>{trace}</code>
            <CopyButton value={trace} label={t('error.copyTrace')} />
          </span>
        )}
      </div>
    </div>
  )
}
