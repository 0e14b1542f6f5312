import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { useSession } from '~/data/session'
import { useKept } from '~/lib/kept'
import styles from './HomePage.module.css'
import { MyTickets } from './MyTickets'
import { Outages } from './Outages'
import { Suggestions } from './Suggestions'

/** One question, one box; what it offers is the shortest way to help. */
export function HomePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useSession()?.user.id ?? ''
  const [text, setText] = useKept(`ask-${me}`)
  const report = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/help/report', search: text.trim() ? { text: text.trim() } : {} })
  }
  return (
    <div className="page narrow stack-l">
      <div className={styles.ask}>
        <PageHeader title={t('portal:home.title')} />
        <form onSubmit={report} className={styles.form} role="search">
          <input
            className={styles.box}
            aria-label={t('portal:home.box')}
            placeholder={t('portal:home.placeholder')}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" size="md" rightSection={<ArrowRight size={16} aria-hidden />}>
            {t('portal:home.report')}
          </Button>
        </form>
        <Outages />
        <Suggestions text={text} />
      </div>
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">{t('portal:home.mine')}</h2>
        <MyTickets which="open" most={5} />
      </section>
    </div>
  )
}
