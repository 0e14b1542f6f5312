import { useTranslation } from 'react-i18next'
import { Dialog } from '~/components/Dialog'
import styles from './SearchHelp.module.css'
import { searchExamples } from './search-examples'

/** How one asks: by example, each to be tried with a click. */
export default function SearchHelp({ onTry, onClose }: { onTry: (example: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('desk:searchHelp')} onClose={onClose} size="lg">
      <div className="stack">
        <p>{t('search:intro')}</p>
        {searchExamples.map((section) => (
          <section key={section.id} className="stack-s">
            <h3>{t(`search:section.${section.id}`)}</h3>
            <dl className={styles.examples}>
              {section.examples.map((id) => (
                <div key={id}>
                  <dt>
                    <button type="button" onClick={() => onTry(t(`search:try.${id}`))}>
                      {t(`search:try.${id}`)}
                    </button>
                  </dt>
                  <dd>{t(`search:means.${id}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="meta">{t('search:fields')}</p>
      </div>
    </Dialog>
  )
}
