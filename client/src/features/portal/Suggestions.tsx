import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateChip } from '~/components/StateChip'
import { suggestionsQuery } from '~/data/tickets'
import { tellingWords } from '~/lib/telling-words'
import styles from './Suggestions.module.css'

const longest = 200

/** My own tickets about the same: perhaps it is said already. The outages stand beside it, for everybody. */
export function Suggestions({ text }: { text: string }) {
  const { t } = useTranslation()
  const [typed] = useDebouncedValue(text.trim().slice(0, longest), 300)
  const { data } = useQuery({ ...suggestionsQuery(typed), placeholderData: (before) => before })
  const similar = tellingWords(typed).length >= 3 ? (data?.similar ?? []) : []
  return (
    <div role="status">
      {similar.length > 0 && (
        <section className={styles.similar} aria-labelledby="similar">
          <h2 id="similar">{t('portal:similar')}</h2>
          <ul className="plain">
            {similar.slice(0, 3).map((ticket) => (
              <li key={ticket.id} className={styles.line}>
                <StateChip state={ticket.state} words="plainState" />
                <Link to="/help/requests/$ref" params={{ ref: ticket.reference }}>
                  {ticket.title}
                </Link>
                <span className="ref dim">{ticket.reference}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
