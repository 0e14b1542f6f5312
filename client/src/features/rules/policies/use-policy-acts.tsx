import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import type { MenuEntry } from '~/components/Menu'
import { toast, toastError } from '~/components/toast'
import { refresh } from '~/data/admin/resource'
import { moveOrders } from './order'
import type { Policy } from './policy-form'

/** What can be done with a policy in its list: a place earlier or later, out of use and back. */
export function usePolicyActs(policies: readonly Policy[]) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Policy | null>(null)

  const move = useMutation({
    mutationFn: async ({ policy, step }: { policy: Policy; step: 1 | -1 }) => {
      for (const { id, order } of moveOrders(policies, policies.indexOf(policy), step)) {
        const { version } = policies.find((each) => each.id === id)!
        await request('PATCH', `/service-levels/policies/${id}`, {
          body: { order },
          headers: { 'If-Match': `"${version}"` },
        })
      }
    },
    onSuccess: (_, { policy, step }) =>
      toast(t(step === -1 ? 'rules:policy.movedUp' : 'rules:policy.movedDown', { name: policy.name })),
    onError: toastError,
    onSettled: () => refresh(queryClient),
  })
  const turn = useMutation({
    mutationFn: (policy: Policy) =>
      request('POST', `/service-levels/policies/${policy.id}/${policy.active ? 'deactivate' : 'reactivate'}`, {
        body: {},
        headers: { 'If-Match': `"${policy.version}"` },
      }),
    onSuccess: async (_, policy) => {
      setAsked(null)
      toast(t(policy.active ? 'admin:state.retired' : 'admin:state.broughtBack', { name: policy.name }))
      await refresh(queryClient)
    },
  })

  const entries = (policy: Policy): MenuEntry[] => {
    const at = policies.indexOf(policy)
    return [
      {
        id: 'up',
        label: t('rules:policy.up'),
        disabled: at === 0 ? t('rules:policy.isFirst') : undefined,
        run: () => move.mutate({ policy, step: -1 }),
      },
      {
        id: 'down',
        label: t('rules:policy.down'),
        disabled: at === policies.length - 1 ? t('rules:policy.isLast') : undefined,
        run: () => move.mutate({ policy, step: 1 }),
      },
      {
        id: 'active',
        label: t(policy.active ? 'admin:state.retire' : 'admin:state.bringBack'),
        run: () => {
          turn.reset()
          setAsked(policy)
        },
      },
    ]
  }
  const dialog = asked && (
    <ConfirmDialog
      title={t(asked.active ? 'rules:policy.retire' : 'admin:state.bringBackTitle', { name: asked.name })}
      confirm={t(asked.active ? 'admin:state.retire' : 'admin:state.bringBack')}
      busy={turn.isPending}
      error={turn.error}
      onClose={() => setAsked(null)}
      onConfirm={() => turn.mutate(asked)}
    >
      <p>{t(asked.active ? 'rules:policy.retireText' : 'rules:policy.bringBackText')}</p>
    </ConfirmDialog>
  )
  return { entries, dialog }
}
