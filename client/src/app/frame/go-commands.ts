import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '~/components/commands/registry'
import { useMay } from '~/data/session'
import { areas } from './areas'

/** The ways to every area. */
export function useGoCommands(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useMay()
  useCommands(
    useMemo<Command[]>(
      () => [
        ...areas
          .filter((area) => area.shown(may))
          .map((area) => ({
            id: `go.${area.id}`,
            label: t(`areas.${area.id}`),
            section: 'go' as const,
            keys: area.keys,
            run: () => void navigate({ to: area.to }),
          })),
        { id: 'go.me', label: t('areas.me'), section: 'go', keys: 'g p', run: () => void navigate({ to: '/me' }) },
      ],
      // The rights are the session's; they do not change while it lasts.
      // oxlint-disable-next-line react/exhaustive-deps
      [t, navigate],
    ),
  )
}
