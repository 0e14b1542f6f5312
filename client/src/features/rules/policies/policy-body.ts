import { toIso } from '../shared/service-time'
import { targetNames, type ActionForm, type AlarmForm, type PolicyForm } from './policy-form'

const list = <T>(values: readonly T[]) => (values.length > 0 ? values : null)

const actionBody = ({ type, whom, teamId, person, chain, onlyInWorkingHours }: ActionForm) => ({
  type,
  ...(type === 'notify' && { whom, onlyInWorkingHours }),
  ...(type === 'escalate' && { chain: chain.trim() || null }),
  ...(type !== 'raisePriority' && { teamId: teamId || null }),
  ...((type === 'notify' || type === 'escalate') && { userId: person?.id ?? null }),
})

const alarmBody = ({ target, when, percent, before, actions }: AlarmForm) => ({
  target,
  ...(when === 'share' ? { at: (percent ?? 0) / 100 } : { before: toIso(before ?? 0) }),
  actions: actions.map(actionBody),
})

function conditions(values: Partial<PolicyForm>) {
  const { practice, priorities, serviceIds, categoryIds, siteIds, requesterGroupIds, vip } = values
  return {
    ...(practice !== undefined && { practice: practice || null }),
    ...(priorities && { priorities: list(priorities) }),
    ...(serviceIds && { serviceIds: list(serviceIds) }),
    ...(categoryIds && { categoryIds: list(categoryIds) }),
    ...(siteIds && { siteIds: list(siteIds) }),
    ...(requesterGroupIds && { requesterGroupIds: list(requesterGroupIds) }),
    ...(vip !== undefined && { vip: vip === '' ? null : vip === 'yes' }),
  }
}

function targets(values: Partial<PolicyForm>) {
  const given = targetNames.filter((target) => values[target] !== undefined)
  return Object.fromEntries(
    given.map((target) => [target, values[target] === null ? null : toIso(values[target] ?? 0)]),
  )
}

/** What the API takes of the fields that are given. */
export function bodyOfPolicy(values: Partial<PolicyForm>) {
  const { name, order, calendarId, pauseOn, alarms, firstResponseBy } = values
  const [when, promised] = [conditions(values), targets(values)]
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(order !== undefined && { order }),
    ...(Object.keys(when).length > 0 && { when }),
    ...(calendarId !== undefined && { calendarId }),
    ...(Object.keys(promised).length > 0 && { targets: promised }),
    ...(pauseOn && { pauseOn }),
    ...(alarms && { alarms: alarms.map(alarmBody) }),
    ...(firstResponseBy && { firstResponseBy }),
  }
}

/** What the simulation takes: alarms move no deadline. */
export function definitionOf(values: PolicyForm) {
  const { when, calendarId, targets: promised, pauseOn, firstResponseBy } = bodyOfPolicy(values)
  return { when, calendarId, targets: promised, pauseOn, firstResponseBy }
}
