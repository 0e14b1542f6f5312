import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ActiveMark } from '~/components/admin/ActiveMark'
import { FilterBar } from '~/components/admin/FilterBar'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { useShowChoice } from '~/components/admin/use-show-choice'
import { useSwitch } from '~/components/admin/use-switch'
import { PageHeader } from '~/components/PageHeader'
import { allCategoriesQuery } from '~/data/rules/category-tree'
import styles from './CategoriesPage.module.css'
import { useRulesSearch, type RulesSearch } from '../shared/search'
import { CategoryDialog } from './CategoryDialog'
import { StillUsed } from './StillUsed'
import { narrowed, pathsOf, type Branch, type Category } from './tree'

const retireText = (t: TFunction, category: Category) => (
  <>
    {t('rules:category.retireText')} <StillUsed filter={{ categoryId: category.id }} />
  </>
)

const columnsOf = (filtered: boolean): Column<Branch>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: ({ category, depth, path }) => (
      <span className={styles.branch} style={filtered ? undefined : { paddingInlineStart: `${depth * 20}px` }}>
        <Link
          from="/admin/categories"
          to="."
          search={(before) => ({ ...before, open: category.id })}
          aria-label={path.join(' › ')}
        >
          {filtered ? path.join(' › ') : category.name}
        </Link>
      </span>
    ),
  },
  { id: 'key', label: 'rules:field.key', cell: ({ category }) => <span className="ref">{category.key}</span> },
  {
    id: 'below',
    label: 'rules:category.below',
    align: 'end',
    phone: 'none',
    cell: ({ children }) => (children > 0 ? children : ''),
  },
  {
    id: 'active',
    label: 'rules:field.state',
    phone: 'aside',
    cell: ({ category }) => <ActiveMark active={category.active} />,
  },
]

/** What tickets are about, as a tree. */
export function CategoriesPage() {
  const { t } = useTranslation()
  const search = useRulesSearch()
  const navigate = useNavigate({ from: '/admin/categories' })
  const narrow = useCallback(
    (change: RulesSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const all = useInfiniteQuery({
    ...allCategoriesQuery,
    select: ({ pages, ...rest }) => ({
      ...rest,
      pages: [{ items: pathsOf(pages.flatMap((page) => page.items)), nextCursor: null }],
    }),
  })
  const branches = all.data?.pages[0]?.items ?? []
  const shown = all.data && { ...all.data, pages: [{ items: narrowed(branches, search), nextCursor: null }] }
  const filtered = search.q !== undefined || search.show !== undefined
  const show = useShowChoice()
  const { toggle, dialog } = useSwitch<Category>('/categories', {
    title: (category) => t('rules:category.retire', { name: category.name }),
    text: (category) => retireText(t, category),
  })
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => narrow({ open: 'new' })}>
      {t('rules:category.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('rules:categories')}>{add}</PageHeader>
      <p className="dim">{t('rules:category.intro')}</p>
      <FilterBar value={{ ...search }} onChange={narrow} search={t('rules:category.find')} choices={[show]} />
      <ResourceTable
        name={t('rules:categories')}
        query={{ ...all, data: shown } as typeof all}
        columns={columnsOf(filtered)}
        keyOf={({ category }) => category.id}
        nameOf={({ path }) => path.join(' › ')}
        dim={({ category }) => !category.active}
        actions={({ category }) => [
          { id: 'edit', label: t('rules:category.editOrMove'), run: () => narrow({ open: category.id }) },
          {
            id: 'below',
            label: t('rules:category.addBelow'),
            run: () => narrow({ open: 'new', below: category.id }),
          },
          toggle(category),
        ]}
        empty={{ title: t('rules:category.none'), text: t('rules:category.intro'), action: add }}
        onClear={filtered ? () => narrow({ q: undefined, show: undefined }) : undefined}
      />
      {search.open && (
        <CategoryDialog
          id={search.open}
          below={search.below ?? ''}
          branches={branches}
          onClose={() => narrow({ open: undefined, below: undefined })}
        />
      )}
      {dialog}
    </div>
  )
}
