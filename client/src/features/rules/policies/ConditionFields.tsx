import { useTranslation } from 'react-i18next'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import { SelectField } from '~/components/admin/fields/SelectField'
import { ManyCondition } from './ManyCondition'
import styles from './PolicyPage.module.css'
import { practices, priorities } from './policy-form'
import type { Names } from './use-names'

/** Which tickets a policy is for: all that is given must hold. */
export function ConditionFields({ names }: { names: Names }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.two}>
        <SelectField
          name="practice"
          label={t('rules:when.practice')}
          none={t('rules:when.any')}
          options={practices.map((each) => [each, t(`rules:practice.${each}`)] as const)}
        />
        <SelectField
          name="vip"
          label={t('rules:when.vip')}
          none={t('rules:vip.any')}
          options={(['yes', 'no'] as const).map((each) => [each, t(`rules:vip.${each}`)] as const)}
        />
      </div>
      <CheckListField
        name="priorities"
        label={t('rules:when.priorities')}
        help={t('rules:when.noneTicked')}
        options={priorities.map((each) => [each, [each.toUpperCase(), t(`priority.${each}`)].join(' ')] as const)}
      />
      <ManyCondition
        name="categoryIds"
        label={t('rules:when.categories')}
        help={t('rules:when.below')}
        options={names.categories}
      />
      <ManyCondition name="serviceIds" label={t('rules:when.services')} options={names.services} />
      <ManyCondition name="siteIds" label={t('rules:when.sites')} options={names.sites} />
      <ManyCondition name="requesterGroupIds" label={t('rules:when.groups')} options={names.groups} />
    </>
  )
}
