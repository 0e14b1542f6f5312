import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'
import { serviceTime } from '../shared/service-time'
import { targetNames, type ActionForm, type AlarmForm, type PolicyForm, type Priority } from './policy-form'
import { useNames } from './use-names'

type Said = Omit<PolicyForm, 'name' | 'order'>

export interface Line {
  id: string
  label: string
  text: string
}

/** A policy in words, line by line; two versions are compared by their lines. */
export function usePolicyWords() {
  const { t } = useTranslation()
  const names = useNames()
  const language = currentLanguage()
  const list = (ids: readonly string[]) => ids.map(names.of).join(', ') || t('rules:when.any')

  const named = ({ teamId, person }: ActionForm) => [
    ...(person ? [person.name] : []),
    ...(teamId ? [t('rules:alarm.members', { team: names.of(teamId) })] : []),
  ]
  const escalation = (action: ActionForm) => {
    const [chain, whom] = [action.chain.trim(), named(action).join(', ')]
    if (!whom) return t('rules:alarm.says.escalate', { chain })
    return t(chain ? 'rules:alarm.says.escalateAlong' : 'rules:alarm.says.escalateTo', { chain, whom })
  }
  const action = (each: ActionForm) => {
    if (each.type === 'notify')
      return t(each.onlyInWorkingHours ? 'rules:alarm.says.notifyAtWork' : 'rules:alarm.says.notify', {
        whom: [...each.whom.map((part) => t(`rules:alarm.recipient.${part}`)), ...named(each)].join(', '),
      })
    if (each.type === 'assignTeam') return t('rules:alarm.says.assignTeam', { team: names.of(each.teamId) })
    return each.type === 'escalate' ? escalation(each) : t('rules:alarm.says.raisePriority')
  }
  const moment = ({ target, when, percent, before }: AlarmForm) =>
    when === 'share'
      ? t('rules:alarm.at', { target: t(`target.${target}`), percent: percent ?? 0 })
      : t('rules:alarm.before', { target: t(`target.${target}`), time: serviceTime(before ?? 0, language) })
  const alarm = (each: AlarmForm) => moment(each) + t('rules:colon') + each.actions.map(action).join(', ')

  const priority = (each: Priority) => [each.toUpperCase(), t(`priority.${each}`)].join(' ')

  const conditions = (form: Said): Line[] => [
    {
      id: 'practice',
      label: t('rules:when.practice'),
      text: form.practice ? t(`rules:practice.${form.practice}`) : t('rules:when.any'),
    },
    {
      id: 'priorities',
      label: t('rules:when.priorities'),
      text: form.priorities.map(priority).join(', ') || t('rules:when.any'),
    },
    { id: 'serviceIds', label: t('rules:when.services'), text: list(form.serviceIds) },
    { id: 'categoryIds', label: t('rules:when.categories'), text: list(form.categoryIds) },
    { id: 'siteIds', label: t('rules:when.sites'), text: list(form.siteIds) },
    { id: 'requesterGroupIds', label: t('rules:when.groups'), text: list(form.requesterGroupIds) },
    { id: 'vip', label: t('rules:when.vip'), text: t(`rules:vip.${form.vip || 'any'}`) },
  ]
  const promises = (form: Said): Line[] => [
    { id: 'calendarId', label: t('rules:field.calendar'), text: names.of(form.calendarId) },
    ...targetNames.map((target) => ({
      id: target,
      label: t(`target.${target}`),
      text: form[target] === null ? t('rules:policy.notPromised') : serviceTime(form[target], language),
    })),
    {
      id: 'firstResponseBy',
      label: t('rules:policy.firstResponseBy'),
      text: t(`rules:firstBy.${form.firstResponseBy}`),
    },
    {
      id: 'pauseOn',
      label: t('rules:policy.pauseOn'),
      text: form.pauseOn.map((reason) => t(`rules:pause.${reason}`)).join(', ') || t('rules:policy.neverPauses'),
    },
    {
      id: 'alarms',
      label: t('rules:alarm.title'),
      text: form.alarms.map(alarm).join('\u00a0· ') || t('rules:alarm.usual'),
    },
  ]
  return {
    names,
    alarm,
    lines: (form: Said): Line[] => [...conditions(form), ...promises(form)],
    /** The conditions that are one, in a sentence for a list. */
    forWhom: (form: Said) =>
      conditions(form)
        .filter(({ text }) => text !== t('rules:when.any') && text !== t('rules:vip.any'))
        .map(({ text }) => text)
        .join(' · ') || t('rules:when.everything'),
    promised: (form: Said) =>
      targetNames
        .filter((target) => form[target] !== null)
        .map((target) => [t(`target.${target}`), serviceTime(form[target]!, language)].join(' '))
        .join(' · '),
  }
}

export type PolicyWords = ReturnType<typeof usePolicyWords>

/** The lines that say something else in the second version. */
export function difference(before: readonly Line[], after: readonly Line[]) {
  return after.flatMap((line) => {
    const was = before.find(({ id }) => id === line.id)
    return was && was.text !== line.text ? [{ ...line, was: was.text }] : []
  })
}
