import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from '~/components/commands/registry'

const told = [
  ['send', 'mod+enter'],
  ['sendNext', 'mod+shift+enter'],
  ['snippet', '::'],
  ['person', '@@'],
  ['act', '//'],
] as const

/** The key for what is being written, and the names of those of the field it is written in, for the sheet of keys. */
export function useWritingKeys(reference: string, closed: boolean, onVisibility: () => void): void {
  const { t } = useTranslation()
  useCommands(
    useMemo<Command[]>(
      () =>
        closed
          ? []
          : [
              {
                id: 'write.visibility',
                label: t('desk:composer.keys.visibility'),
                section: 'page',
                keys: 'i',
                about: reference,
                run: onVisibility,
              },
              ...told.map(([id, keys]): Command => ({
                id: `write.${id}`,
                label: t(`desk:composer.keys.${id}`),
                section: 'write',
                keys,
                run: () => {},
                keyOnly: true,
                told: true,
              })),
            ],
      [t, reference, closed, onVisibility],
    ),
  )
}
