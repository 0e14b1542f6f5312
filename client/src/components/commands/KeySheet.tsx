import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import { KeyHint } from './KeyHint'
import styles from './KeySheet.module.css'
import { allCommands, type Command } from './registry'

const sections: Command['section'][] = ['page', 'write', 'list', 'go', 'app']

/** Every key that does something on this page. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const commands = allCommands().filter((command) => command.keys)
  return (
    <Dialog title={t('keys.title')} onClose={onClose} size="lg">
      <div className={styles.sections}>
        {sections.map((section) => {
          const shown = commands.filter((command) => command.section === section)
          return (
            shown.length > 0 && (
              <section key={section} className="stack-s">
                <h3>{t(`keys.${section}`)}</h3>
                <dl className={styles.list}>
                  {shown.map((command) => (
                    <div key={command.id}>
                      <dt>{command.label}</dt>
                      <dd>
                        <KeyHint keys={command.keys!} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
