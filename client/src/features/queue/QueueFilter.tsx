import { CircleQuestionMark, Columns3 } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LayerPending } from '~/components/LayerPending'
import type { Page } from '~/api/types'
import type { View } from '~/data/tickets'
import { needTexts } from '~/i18n/need'
import { sortedColumn } from './columns'
import styles from './QueueFilter.module.css'

const FilterChip = lazy(async () => {
  await needTexts('filter')
  return import('./FilterChip')
})
const SaveViewDialog = lazy(() => import('./SaveViewDialog'))
const SearchHelp = lazy(async () => {
  await needTexts('search')
  return import('./SearchHelp')
})
const SearchNotices = lazy(async () => {
  await needTexts('search')
  return import('./SearchNotices')
})

const sorts = ['priority,dueAt', 'dueAt', '-updatedAt', '-openedAt', 'openedAt'] as const

const sortNames = {
  'priority,dueAt': 'priority',
  dueAt: 'dueAt',
  '-updatedAt': 'updated',
  '-openedAt': 'newest',
  openedAt: 'oldest',
}

interface Change {
  q?: string
  filter?: string
}

interface Props extends Change {
  sort: string | undefined
  view: View | undefined
  told: Pick<Page<unknown>, 'interpretedAs' | 'noticeCodes'>
  onChange: (change: Change) => void
  onSort: (sort: string | undefined) => void
  onArrange: () => void
}

/** Narrows the list: by words and fields as one types them, and by order. It says how it understood. */
export function QueueFilter({ q, sort, filter, view, told, onChange, onSort, onArrange }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(q ?? '')
  const [shown, setShown] = useState<'save' | 'help' | null>(null)
  const sent = useRef(q ?? '')
  const column = sort && sortedColumn(sort)
  const notices = told.noticeCodes ?? []

  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() === sent.current) return
      sent.current = text.trim()
      onChange({ q: sent.current || undefined })
    }, 250)
    return () => clearTimeout(timer)
  }, [text, onChange])

  return (
    <div className="stack-s">
      <div className={styles.filter}>
        <input
          type="search"
          aria-label={t('desk:filter')}
          placeholder={t('desk:filterHint')}
          value={text}
          maxLength={1000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <button
          type="button"
          aria-label={t('desk:searchHelp')}
          title={t('desk:searchHelp')}
          onClick={() => setShown('help')}
        >
          <CircleQuestionMark size={17} aria-hidden />
        </button>
        <select
          aria-label={t('desk:sort')}
          value={sort ?? ''}
          onChange={(event) => onSort(event.target.value || undefined)}
        >
          <option value="">{t('desk:sortBy.default')}</option>
          {sort && column && !sorts.some((each) => each === sort) && (
            <option value={sort}>{[t(`desk:column.${column}`), sort.startsWith('-') ? '↓' : '↑'].join(' ')}</option>
          )}
          {sorts.map((each) => (
            <option key={each} value={each}>
              {t(`desk:sortBy.${sortNames[each]}`)}
            </option>
          ))}
        </select>
        <button type="button" aria-label={t('desk:arrange.title')} title={t('desk:arrange.title')} onClick={onArrange}>
          <Columns3 size={17} aria-hidden />
        </button>
        {(q || (sort && view?.query)) && (
          <button type="button" onClick={() => setShown('save')}>
            {t('desk:saveView')}
          </button>
        )}
        {filter && (
          <Suspense>
            <FilterChip
              filter={filter}
              interpretedAs={told.interpretedAs}
              onDrop={() => onChange({ filter: undefined })}
            />
          </Suspense>
        )}
      </div>
      {q && told.interpretedAs && (
        <p className="meta">
          {t('desk:understood')} <code>{told.interpretedAs}</code>
          {notices.length > 0 && (
            <Suspense>
              <SearchNotices notices={notices} />
            </Suspense>
          )}
        </p>
      )}
      <Suspense fallback={<LayerPending />}>
        {shown === 'save' && <SaveViewDialog view={view} q={q} sort={sort} onClose={() => setShown(null)} />}
        {shown === 'help' && (
          <SearchHelp
            onClose={() => setShown(null)}
            onTry={(example) => {
              setText(example)
              setShown(null)
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
