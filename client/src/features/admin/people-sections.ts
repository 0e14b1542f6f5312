import type { AdminSection } from './sections'

export const peopleSections: AdminSection[] = []
