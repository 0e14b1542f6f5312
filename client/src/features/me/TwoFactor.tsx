import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { beginTwoFactor, disableTwoFactor, renewRecoveryCodes, twoFactorQuery } from '~/data/me'
import { PasswordDialog } from './PasswordDialog'
import { RecoveryCodes } from './RecoveryCodes'
import { TwoFactorSetup } from './TwoFactorSetup'

/** The second factor: whether there is one, and the way to it, with its recovery codes. */
export function TwoFactor() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const state = useSuspenseQuery(twoFactorQuery).data
  const [secret, setSecret] = useState<Schemas['TwoFactorSecret'] | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState<'renew' | 'disable' | null>(null)
  const begin = useMutation({ mutationFn: beginTwoFactor, onSuccess: setSecret })
  const again = () => queryClient.invalidateQueries({ queryKey: twoFactorQuery.queryKey })
  const confirmed = async (fresh: readonly string[]) => {
    setSecret(null)
    setCodes(fresh)
    await again()
  }
  const act = {
    renew: async (password: string) => confirmed((await renewRecoveryCodes(password)).codes),
    disable: async (password: string) => {
      await disableTwoFactor(password)
      await again()
      toast(t('me:factor.off'))
    },
  }
  return (
    <section className="card stack" aria-labelledby="factor">
      <h2 id="factor">{t('me:factor.title')}</h2>
      {state.enabled ? (
        <>
          <p>{t('me:factor.on')}</p>
          <p className="dim">{t('me:factor.codesLeft', { count: state.recoveryCodesLeft })}</p>
          <div className="row">
            <Button variant="default" onClick={() => setAsked('renew')}>
              {t('me:factor.renew')}
            </Button>
            <Button variant="default" color="danger" onClick={() => setAsked('disable')}>
              {t('me:factor.disable')}
            </Button>
          </div>
        </>
      ) : secret ? (
        <TwoFactorSetup secret={secret} onConfirmed={confirmed} onCancel={() => setSecret(null)} />
      ) : (
        <>
          <p>{t('me:factor.why')}</p>
          {begin.error && <ErrorPanel error={begin.error} />}
          <div className="row">
            <Button onClick={() => begin.mutate()} loading={begin.isPending}>
              {t('me:factor.begin')}
            </Button>
          </div>
        </>
      )}
      {asked && (
        <PasswordDialog
          title={t(`me:factor.${asked}`)}
          text={t(`me:factor.${asked}Text`)}
          danger={asked === 'disable'}
          onClose={() => setAsked(null)}
          onPassword={act[asked]}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </section>
  )
}
