import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'

type Notice = Schemas['SearchNotice']

interface Props {
  notices: readonly Notice[]
}

/** What of a search could not be used, in the reader's language. */
export default function SearchNotices({ notices }: Props) {
  const { t } = useTranslation()
  const say = ({ code, values }: Notice) => {
    const key = `search:notice.${code}`
    // Of a code of a newer server there is at least the help.
    return i18next.exists(key) ? t(key, values) : t('desk:notAll')
  }
  return <>{` · ${notices.map(say).join(' · ')}`}</>
}
