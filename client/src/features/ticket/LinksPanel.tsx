import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { TicketLinks } from '~/components/TicketLinks'
import { toastError } from '~/components/toast'
import { linksQuery } from '~/data/incidents'

type Link = Schemas['LinkResponse']
const types: Link['type'][] = [
  'relatedTo',
  'causedBy',
  'causes',
  'parentOf',
  'childOf',
  'duplicateOf',
  'resolvedBy',
  'resolves',
]

/** What it belongs together with, by kind. */
export function LinksPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [type, setType] = useState<Link['type']>('relatedTo')
  const [target, setTarget] = useState('')
  const path = `/incidents/${incident.id}/links`
  const { items } = useSuspenseQuery(linksQuery(incident)).data
  const again = () => queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
  const add = useMutation({
    mutationFn: () => request<Link>('POST', path, { body: { type, targetId: target.trim() } }),
    onSuccess: () => {
      setTarget('')
      return again()
    },
  })
  const remove = async (link: Link) => {
    try {
      await request('DELETE', `${path}/${link.id}`)
      await again()
    } catch (error) {
      toastError(error)
    }
  }
  const groups = [...new Set(items.map((link) => link.type))]
  return (
    <div className="stack">
      {groups.map((group) => (
        <section key={group}>
          <h3>{t(`desk:link.${group}`)}</h3>
          <TicketLinks
            tickets={items.filter((link) => link.type === group).map((link) => ({ ...link.ticket, link }))}
            renderEnd={({ link, reference }) =>
              !link.ofMerge && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('desk:unlink', { reference })}
                  onClick={() => void remove(link)}
                >
                  ×
                </Button>
              )
            }
          />
        </section>
      ))}
      {items.length === 0 && <p className="dim">{t('none')}</p>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (target.trim()) add.mutate()
        }}
      >
        <NativeSelect
          size="xs"
          label={t('desk:linkType')}
          value={type}
          onChange={(event) => setType(event.currentTarget.value as Link['type'])}
          data={types.map((each) => ({ value: each, label: t(`desk:link.${each}`) }))}
        />
        <TextInput
          size="xs"
          label={t('desk:linkTarget')}
          placeholder="INC-000123"
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        {add.error && <ErrorPanel error={add.error} />}
        <Button size="xs" type="submit" variant="default" loading={add.isPending}>
          {t('add')}
        </Button>
      </form>
    </div>
  )
}
