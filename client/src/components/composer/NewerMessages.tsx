import { useTranslation } from 'react-i18next'
import { Message } from '~/components/Message'
import styles from './Composer.module.css'
import type { Crossed } from './use-send'

/** What came in while the answer was being written: to be read before it goes out. */
export function NewerMessages({ crossed: { messages, ended } }: { crossed: Crossed }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={styles.newer}>
      {ended && <strong>{t('desk:composer.ended', { state: t(`state.${ended}`) })}</strong>}
      {messages.length > 0 && <strong>{t('desk:composer.newer', { count: messages.length })}</strong>}
      {messages.map((message) => (
        <Message
          key={message.id}
          author={message.author.name}
          at={message.createdAt}
          body={message.body}
          side="theirs"
        />
      ))}
    </div>
  )
}
