import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { browserNotices, noticesPossible } from '~/data/browser-notices'
import { useStore } from '~/lib/store'
import { Switch } from './Switch'

/** Whether this browser also says so outside the page; it asks the person itself. */
export function BrowserNotices() {
  const { t } = useTranslation()
  const on = useStore(browserNotices)
  const [refused, setRefused] = useState(noticesPossible() && Notification.permission === 'denied')
  const change = async (wanted: boolean) => {
    if (!wanted) return browserNotices.set(false)
    const answer = await Notification.requestPermission()
    setRefused(answer === 'denied')
    browserNotices.set(answer === 'granted')
  }
  return (
    <section className="card stack" aria-labelledby="browser">
      <h2 id="browser">{t('me:browser.title')}</h2>
      <Switch
        label={t('me:browser.on')}
        description={t('me:browser.help')}
        checked={on}
        disabled={!noticesPossible()}
        onChange={(wanted) => void change(wanted)}
      />
      {!noticesPossible() && <p className="dim">{t('me:browser.impossible')}</p>}
      {refused && <p role="alert">{t('me:browser.refused')}</p>}
    </section>
  )
}
