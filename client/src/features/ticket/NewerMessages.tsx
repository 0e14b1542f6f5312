import { useTranslation } from 'react-i18next'
import { Message } from '~/components/Message'
import styles from './Composer.module.css'
import type { Newer } from './use-send'

/** What came in while the answer was being written: to be read before it goes out. */
export function NewerMessages({ messages }: { messages: readonly Newer[] }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={styles.newer}>
      <strong>{t('desk:composer.newer', { count: messages.length })}</strong>
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
