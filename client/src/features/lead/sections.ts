import { Activity, ChartColumnBig, Gauge, Hourglass, Layers } from 'lucide-react'

/** The pages of the area, as its navigation and the palette name them. */
export const sections = [
  { id: 'board', report: undefined, icon: Activity },
  { id: 'serviceLevels', report: 'service-levels', icon: Gauge },
  { id: 'incidents', report: 'incidents', icon: ChartColumnBig },
  { id: 'backlog', report: 'backlog', icon: Layers },
  { id: 'attribution', report: 'attribution', icon: Hourglass },
] as const
