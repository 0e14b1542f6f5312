import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { recordQuery } from '~/data/admin/resource'
import { useMay } from '~/data/session'
import { GrantList } from '../roles/GrantList'
import { UserActs } from './UserActs'
import { UserDialog } from './UserDialog'
import { UserFacts } from './UserFacts'
import styles from './users.module.css'
import { UserTeams } from './UserTeams'
import { VipMark } from './VipMark'

/** One person: who they are, where they work, what they may, and what can be done about their account. */
export function UserPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = useParams({ from: '/_app/admin/users/$id' })
  const { data: user, error } = useQuery(recordQuery<Schemas['UserResponse']>(`/users/${id}`))
  const [editing, setEditing] = useState(false)

  if (error)
    return (
      <div className="stack">
        <PageHeader title={t('admin:users.title')} />
        <ErrorPanel error={error} />
      </div>
    )
  if (!user)
    return (
      <div className="stack">
        <PageHeader title={t('admin:users.title')} />
        <SkeletonLines count={10} />
      </div>
    )
  return (
    <div className="stack">
      <PageHeader title={user.name}>
        <div className="row">
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
          <UserActs user={user} />
        </div>
      </PageHeader>
      <div className="row">
        <ActiveMark active={user.active} words={[t('admin:users.active'), t('admin:users.inactive')]} />
        {user.vip && <VipMark />}
        {may('audit.read') && (
          <Link to="/admin/audit" search={{ entity: 'user', entityId: user.id }}>
            {t('admin:audit.ofThis')}
          </Link>
        )}
      </div>
      <div className={styles.columns}>
        <UserFacts user={user} />
        <div className="stack">
          <GrantList userId={user.id} grants={user.roles} />
          <UserTeams user={user} />
        </div>
      </div>
      {editing && <UserDialog user={user} onClose={() => setEditing(false)} />}
    </div>
  )
}
