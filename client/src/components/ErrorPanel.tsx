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

/** A wrong password or a field that does not fit is explained by its words; who looks after the desk has nothing to look up. */
const isUnexpected = (error: ApiError) => error.status === 0 || error.status >= 500 || error.code === 'unexpected'

/** Why something failed, in the reader's words; what nobody expected also with the trace id that the desk can find it by. */
export function ErrorPanel({ error, text }: Props) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const trace = error instanceof ApiError && isUnexpected(error) ? error.traceId : undefined
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
