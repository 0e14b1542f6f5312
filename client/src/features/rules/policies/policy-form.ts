import type { Named, Schemas } from '~/api/types'
import { chosen, filled, type Checks } from '~/components/admin/checks'
import { fromIso } from '../shared/service-time'

export type Policy = Schemas['PolicyResponse']
export type Practice = Schemas['Practice']
export type Priority = Schemas['Priority']
export type TargetName = Schemas['ServiceLevelTarget']
export type ActionKind = Schemas['AlarmActionKind']
export type Recipient = Schemas['AlarmRecipient']

export const practices = ['incident', 'request', 'problem', 'change'] as const
export const priorities = ['p1', 'p2', 'p3', 'p4', 'p5'] as const
export const targetNames = ['firstResponse', 'nextResponse', 'resolution'] as const
export const pauseReasons = [
  'awaitingRequester',
  'awaitingSupplier',
  'awaitingChange',
  'awaitingProblem',
  'awaitingParts',
  'scheduled',
] as const
export const actionKinds = ['notify', 'raisePriority', 'assignTeam', 'escalate'] as const
export const recipients = ['owner', 'lead', 'onCall', 'requester'] as const

export interface ActionForm {
  type: ActionKind
  whom: Recipient[]
  /** Of assignTeam who is given the ticket, otherwise who is told. */
  teamId: string
  person: Named | null
  chain: string
  onlyInWorkingHours: boolean
}

export interface AlarmForm {
  target: TargetName
  /** At a share of the target, or plain hours before it is due. */
  when: 'share' | 'before'
  percent: number | null
  before: number | null
  actions: ActionForm[]
}

export interface PolicyForm {
  name: string
  order: number | null
  practice: Practice | ''
  priorities: Priority[]
  serviceIds: string[]
  categoryIds: string[]
  siteIds: string[]
  requesterGroupIds: string[]
  vip: '' | 'yes' | 'no'
  calendarId: string
  firstResponse: number | null
  nextResponse: number | null
  resolution: number | null
  firstResponseBy: Schemas['FirstResponseBy']
  pauseOn: Schemas['PendingReason'][]
  alarms: AlarmForm[]
}

/** Seconds of service, or nothing promised; what could not be read is NaN and says so. */
const time = (seconds: number | null): string | undefined => {
  if (seconds === null) return undefined
  if (Number.isNaN(seconds)) return 'rules:time.unclear'
  return seconds < 1 ? 'rules:time.zero' : undefined
}

export const freshAction: ActionForm = {
  type: 'raisePriority',
  whom: [],
  teamId: '',
  person: null,
  chain: '',
  onlyInWorkingHours: false,
}

function isComplete({ type, whom, teamId, person, chain }: ActionForm): boolean {
  const namesSomebody = person !== null || teamId !== ''
  if (type === 'notify') return whom.length > 0 || namesSomebody
  if (type === 'assignTeam') return teamId !== ''
  return type !== 'escalate' || chain.trim() !== '' || namesSomebody
}

const hasMoment = ({ when, percent, before }: AlarmForm) =>
  when === 'share' ? percent !== null && percent > 0 : before !== null && !Number.isNaN(before)

function alarmsFit(alarms: readonly AlarmForm[], policy: PolicyForm): string | undefined {
  if (!alarms.every(hasMoment)) return 'rules:alarm.noMoment'
  if (!alarms.every(({ actions }) => actions.length > 0 && actions.every(isComplete))) return 'rules:alarm.incomplete'
  return alarms.every(({ target }) => policy[target] !== null) ? undefined : 'rules:alarm.noTarget'
}

export const policyChecks: Checks<PolicyForm> = {
  name: filled(120),
  order: (order) => (order === null ? 'required' : Number.isInteger(order) ? undefined : 'rules:policy.orderWhole'),
  calendarId: chosen,
  firstResponse: time,
  nextResponse: time,
  resolution: (seconds, policy) =>
    targetNames.every((target) => policy[target] === null) ? 'rules:policy.noTarget' : time(seconds),
  alarms: alarmsFit,
}

/** What the server refuses of the alarms stands beside them. */
export const policyCodes = { 'policy.person_unknown': 'alarms', 'team.unknown': 'alarms' } as const

type Definition = Pick<
  Schemas['PolicyVersionResponse'],
  'when' | 'calendarId' | 'targets' | 'pauseOn' | 'alarms' | 'firstResponseBy'
>

/** What a version promises, as fields. */
export function valuesOfDefinition({ when, calendarId, targets, pauseOn, alarms, firstResponseBy }: Definition) {
  return {
    practice: when.practice ?? ('' as const),
    priorities: when.priorities ?? [],
    serviceIds: when.serviceIds ?? [],
    categoryIds: when.categoryIds ?? [],
    siteIds: when.siteIds ?? [],
    requesterGroupIds: when.requesterGroupIds ?? [],
    vip: when.vip === null || when.vip === undefined ? ('' as const) : when.vip ? ('yes' as const) : ('no' as const),
    calendarId,
    firstResponse: fromIso(targets.firstResponse),
    nextResponse: fromIso(targets.nextResponse),
    resolution: fromIso(targets.resolution),
    firstResponseBy,
    pauseOn,
    alarms: alarms.map((each): AlarmForm => ({
      target: each.target,
      when: each.before ? 'before' : 'share',
      percent: each.at === null || each.at === undefined ? null : Math.round(each.at * 10_000) / 100,
      before: fromIso(each.before),
      actions: (each.actions ?? []).map(({ type, whom, teamId, user, chain, onlyInWorkingHours }) => ({
        type,
        whom: whom ?? [],
        teamId: teamId ?? '',
        person: user ?? null,
        chain: chain ?? '',
        onlyInWorkingHours: onlyInWorkingHours ?? false,
      })),
    })),
  }
}

/** What is written last: the draft, where there is one. */
export const valuesOfPolicy = (policy: Policy): PolicyForm => ({
  name: policy.name,
  order: policy.order,
  ...valuesOfDefinition(policy.draft ?? policy),
})
