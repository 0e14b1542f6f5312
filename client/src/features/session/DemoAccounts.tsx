import { useTranslation } from 'react-i18next'

const accounts = ['alice', 'tom', 'tina', 'dan', 'sue', 'carl', 'paula', 'admin'] as const

/** An installation with demonstration data says whom one can be; elsewhere these accounts do not exist. */
export function DemoAccounts() {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{t('session:demo.title')}</summary>
      <p className="dim">{t('session:demo.text')}</p>
      <ul className="plain">
        {accounts.map((name) => (
          <li key={name}>
            <code>{name}</code> <span className="dim">{t(`session:demo.role.${name}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
