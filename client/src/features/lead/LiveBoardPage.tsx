import { Button, NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { useFormat } from '~/i18n/format'
import { BoardFigures } from './BoardFigures'
import { FiguresStatus } from './FiguresStatus'
import { Filters } from './Filters'
import styles from './LiveBoardPage.module.css'
import { scopeOf } from './scope'
import { ScopeFields } from './ScopeFields'
import { ScopeNote } from './ScopeNote'
import { useBoard } from './use-board'

/** How much work there is now, and what of it is late or soon will be. */
export function LiveBoardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = useSearch({ from: '/_app/lead/' })
  const by = search.by === 'priority' ? 'priority' : 'team'
  const scope = scopeOf(search)
  const navigate = useNavigate({ from: '/lead' })
  const key = by === 'team' ? 'teamId' : by
  const { query, board, error } = useBoard(scope, key)
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true })
  return (
    <div className="stack">
      <PageHeader title={t('lead:board.title')}>
        {board && <span className="meta">{t('lead:board.asOf', { at: format.time(query.dataUpdatedAt) })}</span>}
      </PageHeader>
      <p className="dim">
        {t('lead:board.about')}
        <ScopeNote scope={scope} />
      </p>
      <Filters label={t('lead:board.filters')}>
        <div>
          <NativeSelect
            size="xs"
            label={t('lead:filter.by')}
            value={by}
            onChange={({ currentTarget }) =>
              change({ by: currentTarget.value === 'priority' ? 'priority' : undefined })
            }
            data={[
              { value: 'team', label: t('lead:by.team') },
              { value: 'priority', label: t('lead:by.priority') },
            ]}
          />
          <ScopeFields scope={scope} onChange={change} />
        </div>
      </Filters>
      <FiguresStatus ready={board !== undefined && !query.isPlaceholderData} />
      {error && (
        <>
          <ErrorPanel error={error} />
          <div>
            <Button variant="default" onClick={() => void query.refetch()}>
              {t('error.again')}
            </Button>
          </div>
        </>
      )}
      {board ? (
        <div
          className={`stack ${styles.figures}`}
          aria-busy={query.isPlaceholderData}
          data-stale={query.isPlaceholderData || undefined}
        >
          <BoardFigures board={board} by={key} />
        </div>
      ) : (
        !error && (
          <div className={`card ${styles.waiting}`}>
            <SkeletonLines count={10} />
          </div>
        )
      )}
    </div>
  )
}
