import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '~/components/commands/registry'

/** Names the keys of the field one writes in, for the sheet of keys. */
export function useWritingKeys(): void {
  const { t } = useTranslation()
  useCommands(
    useMemo<Command[]>(
      () =>
        (
          [
            ['send', 'mod+enter'],
            ['sendNext', 'mod+shift+enter'],
            ['snippet', '::'],
          ] as const
        ).map(([id, keys]) => ({
          id: `write.${id}`,
          label: t(`desk:composer.keys.${id}`),
          section: 'write',
          keys,
          run: () => {},
          keyOnly: true,
          told: true,
        })),
      [t],
    ),
  )
}
