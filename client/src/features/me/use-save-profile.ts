import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { toast } from '~/components/toast'
import { meQuery, updateMe, type Me } from '~/data/me'
import { refreshSession } from '~/data/session'
import { mergeChange, type Clash } from '~/lib/merge'

export interface Choices {
  phone: string
  language: string
  timeZone: string
  defaultTeamId: string
}

export const choicesOf = (me: Me): Choices => ({
  phone: me.phone ?? '',
  language: me.language,
  timeZone: me.timeZone,
  defaultTeamId: me.defaultTeam?.id ?? '',
})

const sent = (change: Partial<Choices>) => ({
  ...change,
  ...('phone' in change ? { phone: change.phone?.trim() || null } : {}),
  ...('defaultTeamId' in change ? { defaultTeamId: change.defaultTeamId || null } : {}),
})

/**
 * Saves what differs from what was read. When it was changed elsewhere meanwhile, other fields still go through; the same field
 * waits until the person has seen both values and saves again.
 */
export function useSaveProfile(base: Choices, version: number) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [clashes, setClashes] = useState<Clash<Choices>[]>([])
  const saved = async (me: Me) => {
    queryClient.setQueryData(meQuery.queryKey, me)
    setClashes([])
    await refreshSession(queryClient)
    toast(t('me:saved'))
  }
  const mutation = useMutation({
    mutationFn: ({ change, known }: { change: Partial<Choices>; known: number }) => updateMe(sent(change), known),
    onSuccess: saved,
    retry: false,
  })

  const save = (choices: Choices, show: (choices: Choices) => void) => {
    const change = mergeChange(choices, base, base).apply
    if (Object.keys(change).length === 0) return toast(t('me:saved'))
    mutation.mutate(
      { change, known: version },
      {
        onError: (error) => {
          if (!isProblem(error, 'edited_meanwhile')) return
          const current = error.body.current as Me
          const merged = mergeChange(change, base, choicesOf(current))
          queryClient.setQueryData(meQuery.queryKey, current)
          show({ ...choicesOf(current), ...change })
          setClashes(merged.clashes)
          if (merged.clashes.length === 0) mutation.mutate({ change: merged.apply, known: current.version })
        },
      },
    )
  }
  const error = isProblem(mutation.error, 'edited_meanwhile') ? null : mutation.error
  return { save, clashes, error, busy: mutation.isPending }
}
