import type { ReactNode } from 'react'
import { LanguageLinks } from './LanguageLinks'
import styles from './OutsidePage.module.css'
import { PageHeader } from './PageHeader'

/** A page for somebody who is not signed in. */
export function OutsidePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.screen}>
      <main className={styles.card}>
        <div className="row">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <PageHeader title={title} />
        </div>
        {children}
        <LanguageLinks />
      </main>
    </div>
  )
}
