import { useIsFetching, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { SkeletonLines } from '~/components/SkeletonLines'
import { linksQuery, tasksQuery } from '~/data/incidents'
import { needTexts } from '~/i18n/need'
import { scrollWithin } from '~/lib/scroll-within'
import { LinksPanel } from './LinksPanel'
import { PersonPanel } from './PersonPanel'
import { Properties } from './Properties'
import styles from './Side.module.css'
import { SideSummary } from './SideSummary'
import { SimilarPanel } from './SimilarPanel'
import { SlaPanel } from './SlaPanel'
import { tabsFor, type Tab } from './tabs'
import type { TicketActs } from './use-ticket-acts'
import type { Watching } from './use-watching'

const TasksPanel = lazy(async () => {
  await needTexts('work')
  return import('./TasksPanel')
})
const WorkPanel = lazy(async () => {
  await needTexts('work')
  return import('./WorkPanel')
})

export interface PanelProps {
  incident: Incident
  acts: TicketActs
  watching: Watching
  /** Puts words into the answer to the requester. */
  onAnswer: (text: string) => void
}

interface Props extends PanelProps {
  tab: Tab
  onTab: (tab: Tab) => void
  /** The address that was followed named the panel. */
  named: boolean
}

/** One panel beside the conversation; which one is in the address. */
export function Side({ tab: asked, onTab, named, ...panel }: Props) {
  const { t } = useTranslation()
  const side = useInView(named, panel.incident.reference)
  const { data: taskPage, error: noTasks } = useQuery(tasksQuery(panel.incident))
  const shown = tabsFor(noTasks)
  const tab = shown.includes(asked) ? asked : 'properties'
  const Panel = useMemo(
    () =>
      ({
        properties: Properties,
        person: PersonPanel,
        tasks: TasksPanel,
        links: LinksPanel,
        work: WorkPanel,
        sla: SlaPanel,
        similar: SimilarPanel,
      })[tab],
    [tab],
  )
  const tasks = taskPage?.items
  const links = useQuery(linksQuery(panel.incident)).data?.items
  const counts: Partial<Record<Tab, number>> = {
    tasks: tasks?.filter((task) => task.state === 'open').length,
    links: links?.length,
  }
  return (
    <aside ref={side} className={styles.side} aria-label={t('desk:side')}>
      <SideSummary incident={panel.incident} />
      <div className={styles.tabs} role="group" aria-label={t('desk:side')}>
        {shown.map((each) => (
          <button key={each} type="button" aria-pressed={each === tab} onClick={() => onTab(each)}>
            {t(`desk:tab.${each}`)}
            {Boolean(counts[each]) && <span className={styles.count}> {counts[each]}</span>}
          </button>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keys too where nothing in it takes the focus */}
      <div className={styles.panel} role="region" aria-label={t(`desk:tab.${tab}`)} tabIndex={0}>
        <Suspense fallback={<SkeletonLines count={6} />}>
          <Panel {...panel} />
        </Suspense>
      </div>
    </aside>
  )
}

const isPhone = () => matchMedia('(max-width: 47.99em)').matches

/** On a phone it lies below the conversation, where somebody who followed a link to it would not see it. */
function useInView(wanted: boolean, reference: string) {
  const element = useRef<HTMLElement>(null)
  const waiting = useRef(wanted)
  // What is still being read above it would push it away again.
  const reading = useIsFetching({ queryKey: ['incident', reference] }) > 0
  useEffect(() => {
    if (!waiting.current || reading) return
    waiting.current = false
    if (isPhone()) scrollWithin(element.current, 'start')
  }, [reading])
  return element
}
