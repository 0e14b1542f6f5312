import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { toast } from '~/components/toast'
import { refresh } from '~/data/admin/resource'
import { useFormat } from '~/i18n/format'
import { Difference } from './Difference'
import { valuesOfDefinition, type Policy } from './policy-form'
import styles from './PolicyPage.module.css'
import { PublishDialog } from './PublishDialog'

interface Props {
  policy: Policy
  /** Something is typed that the draft does not have yet. */
  dirty: boolean
  /** With the difference in words, not only that there is one. */
  full: boolean
  onChanged: (policy: Policy) => void
}

/** What waits to be published, against what is promised now, and what can be done with it. */
export function DraftPanel({ policy, dirty, full, onChanged }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null)
  const command = useMutation({
    mutationFn: ({ verb, body }: { verb: 'publish' | 'discard-draft'; body: object }) =>
      request<Policy>('POST', `/service-levels/policies/${policy.id}/${verb}`, {
        body,
        headers: { 'If-Match': `"${policy.version}"` },
      }),
    onSuccess: async (now, { verb }) => {
      setAsked(null)
      onChanged(now)
      toast(
        verb === 'publish'
          ? t('rules:publish.done', { name: now.name, version: now.publishedVersion })
          : t('rules:policy.discarded'),
      )
      await refresh(queryClient)
    },
  })
  const ask = (what: 'publish' | 'discard') => {
    command.reset()
    setAsked(what)
  }
  const { draft } = policy
  if (!draft) return full ? <p className="dim">{t('rules:policy.noDraft')}</p> : null
  return (
    <section className={`card stack ${styles.banner}`} aria-label={t('rules:policy.draft')}>
      <div className="between">
        <div>
          <strong>{t('rules:policy.draft')}</strong>{' '}
          <span className="dim">
            {t('rules:policy.draftBy', { name: draft.draftedBy.name, at: format.full(draft.draftedAt) })}
          </span>
        </div>
        <div className="row">
          {!full && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="." search={(before: Record<string, unknown>) => ({ ...before, tab: 'publish' })} {...props} />
              )}
            >
              {t('rules:policy.toRehearsal')}
            </Button>
          )}
          <Button variant="default" disabled={dirty} onClick={() => ask('discard')}>
            {t('rules:policy.discard')}
          </Button>
          <Button disabled={dirty} onClick={() => ask('publish')}>
            {t('rules:publish.button')}
          </Button>
        </div>
      </div>
      {dirty && <p className="meta">{t('rules:policy.saveFirst')}</p>}
      {full && <Difference before={valuesOfDefinition(policy)} after={valuesOfDefinition(draft)} />}
      {asked === 'publish' && (
        <PublishDialog
          policy={policy}
          busy={command.isPending}
          error={command.error}
          onClose={() => setAsked(null)}
          onPublish={(reach) => command.mutate({ verb: 'publish', body: { reach } })}
        />
      )}
      {asked === 'discard' && (
        <ConfirmDialog
          title={t('rules:policy.discardTitle')}
          confirm={t('rules:policy.discard')}
          busy={command.isPending}
          error={command.error}
          onClose={() => setAsked(null)}
          onConfirm={() => command.mutate({ verb: 'discard-draft', body: {} })}
        >
          <p>{t('rules:policy.discardText', { version: policy.publishedVersion })}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
