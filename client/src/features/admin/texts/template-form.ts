import type { Schemas } from '~/api/types'
import { bodyOfTexts, optionalTexts, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { bodyOfSharing, teamCheck, type Sharing } from './sharing'

export interface TemplateFields extends Sharing {
  name: Texts
  title: Texts
  description: Texts
  impact: string
  urgency: string
  serviceId: string
  categoryId: string
  forTeamId: string
  /** Words with commas between them. */
  tags: string
}

const none: Texts = { en: '', fr: '' }

export const emptyTemplate: TemplateFields = {
  name: none,
  title: none,
  description: none,
  impact: 'low',
  urgency: 'medium',
  serviceId: '',
  categoryId: '',
  forTeamId: '',
  tags: '',
  scope: 'everybody',
  teamId: '',
}

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

export const templateChecks: Checks<TemplateFields> = {
  name: texts(),
  title: texts(),
  description: optionalTexts(20_000),
  tags: (text) =>
    tagsOf(text).length > 30 || tagsOf(text).some((tag) => tag.length > 50) ? 'admin:templates.tooManyTags' : undefined,
  teamId: teamCheck,
}

export const fieldsOfTemplate = (template: Schemas['TemplateResponse']): TemplateFields => ({
  name: textsOf(template.names),
  title: textsOf(template.titles),
  description: textsOf(template.descriptions),
  impact: template.impact,
  urgency: template.urgency,
  serviceId: template.service?.id ?? '',
  categoryId: template.category?.id ?? '',
  forTeamId: template.forTeam?.id ?? '',
  tags: template.tags.join(', '),
  scope: template.scope,
  teamId: template.team?.id ?? '',
})

export const bodyOfTemplate = (fields: TemplateFields) => ({
  name: bodyOfTexts(fields.name),
  title: bodyOfTexts(fields.title),
  description: fields.description.en || fields.description.fr ? bodyOfTexts(fields.description) : null,
  impact: fields.impact,
  urgency: fields.urgency,
  serviceId: fields.serviceId || null,
  categoryId: fields.categoryId || null,
  forTeamId: fields.forTeamId || null,
  tags: tagsOf(fields.tags),
  ...bodyOfSharing(fields),
})
