import type { AdminSection } from './sections'

export const rulesSections: AdminSection[] = []
