import { Button, NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { useFormat } from '~/i18n/format'
import { BoardFields } from './BoardFields'
import { BoardFigures } from './BoardFigures'
import { oneOf, priorities } from './choices'
import styles from './LiveBoardPage.module.css'
import { useBoard } from './use-board'

/** How much work there is now, and what of it is late or soon will be. */
export function LiveBoardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { by: rowsBy, priority, ...rest } = useSearch({ from: '/_app/lead/' })
  const by = rowsBy === 'priority' ? 'priority' : 'team'
  const scope = { ...rest, priority: oneOf<string>(priorities, priority) }
  const navigate = useNavigate({ from: '/lead' })
  const { query, rows, board, error } = useBoard(scope, by)
  const change = (next: Partial<typeof scope & { by: typeof by }>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true })
  return (
    <div className="stack">
      <PageHeader title={t('lead:board.title')}>
        {board && <span className="meta">{t('lead:board.asOf', { at: format.time(query.dataUpdatedAt) })}</span>}
      </PageHeader>
      <div className={styles.filters} data-noprint>
        <NativeSelect
          size="xs"
          label={t('lead:filter.by')}
          value={by}
          onChange={({ currentTarget }) => change({ by: oneOf(['priority'], currentTarget.value) })}
          data={[
            { value: 'team', label: t('lead:by.team') },
            { value: 'priority', label: t('lead:by.priority') },
          ]}
        />
        <BoardFields scope={scope} onChange={change} />
      </div>
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
        <div className="stack" aria-busy={query.isPlaceholderData} data-stale={query.isPlaceholderData || undefined}>
          <BoardFigures board={board} rows={rows} by={by} />
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
