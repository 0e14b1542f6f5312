import type { LinkProps } from '@tanstack/react-router'
import { peopleSections, systemSections, workSections } from './people-sections'
import { rulesSections } from './rules-sections'

/** One page of the administration, with what its first list asks for. */
export interface AdminSection {
  id: string
  /** Key of its name. */
  label: string
  /** Key of what it is for, told on the first page. */
  text?: string
  to: LinkProps['to']
  permission: string
}

export const sectionGroups: { id: 'people' | 'rules' | 'work' | 'system'; sections: AdminSection[] }[] = [
  { id: 'people', sections: peopleSections },
  { id: 'rules', sections: rulesSections },
  { id: 'work', sections: workSections },
  { id: 'system', sections: systemSections },
]
