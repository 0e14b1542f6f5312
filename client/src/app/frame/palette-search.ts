import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import type { Hit } from '~/components/commands/Palette'
import { useMay } from '~/data/session'
import { worksOnTickets } from './areas'

/** Words that find nothing may be a problem nobody has reported: one line does it. The desk opens its tickets elsewhere. */
export function useReportInstead(): (text: string) => Hit | null {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const desk = worksOnTickets(useMay())
  return useCallback(
    (text) =>
      desk
        ? null
        : {
            id: 'report',
            label: t('palette.report', { text }),
            run: () => void navigate({ to: '/help/report', search: { text } }),
          },
    [navigate, t, desk],
  )
}

/** What the palette finds beside the commands: tickets first, by number or words; people for those who may know them. */
export function usePaletteSearch(): (text: string, signal: AbortSignal) => Promise<Hit[]> {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const desk = worksOnTickets(useMay())
  return useCallback(
    async (text, signal) => {
      const found = await request<Schemas['SearchHits']>('GET', '/search', { query: { q: text, limit: 12 }, signal })
      const all: Hit = {
        id: 'all',
        label: t('palette.all', { text }),
        detail: found.interpretedAs,
        run: () => void navigate({ to: '/desk/queues/$view', params: { view: 'all' }, search: { q: text } }),
      }
      const hits = found.hits
        .filter((hit) => hit.type === 'ticket' || (hit.type === 'person' && desk))
        .map((hit) => ({
          id: `${hit.type} ${hit.id}`,
          label: hit.title,
          detail: [hit.subtitle, hit.state && t(`state.${hit.state}`)].filter(Boolean).join(' · '),
          run: () => {
            if (hit.type === 'person')
              void navigate({
                to: '/desk/queues/$view',
                params: { view: 'all' },
                search: { filter: `requesterId=${hit.id}` },
              })
            else {
              const ref = hit.path.split('/').at(-1) ?? hit.id
              if (desk) void navigate({ to: '/desk/tickets/$ref', params: { ref } })
              else void navigate({ to: '/help/requests/$ref', params: { ref } })
            }
          },
        }))
      return desk ? [...hits, all] : hits
    },
    [navigate, t, desk],
  )
}
