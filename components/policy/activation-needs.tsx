import { useTranslations } from 'next-intl'
import type { ExtensionView } from '@/lib/policy/extension.query'
import { ParamWhy, RuleWhy } from './rule-why'

/** What an extension asks for before or after registration, each with its rule (R-HO-02). Server only. */
export function ActivationNeeds({ extension }: { extension: ExtensionView }) {
  const t = useTranslations('search')
  const { needs, policyId, activeAtOnce, policy } = extension
  return (
    <ul className="flex max-w-text list-disc flex-col gap-2 ps-5">
      {activeAtOnce && (
        <li>
          {t('extensions.atOnce')}{' '}
          <RuleWhy rule="R-HO-02" about={t('extensions.atOnce')} policyId={policyId} />
        </li>
      )}
      {needs.map((need) => (
        <li key={need.value}>
          {t(`needs.${need.value}`)}{' '}
          <ParamWhy parameter={need} asks="R-HO-02" about={t(`needs.${need.value}`)} policyId={policyId} />
        </li>
      ))}
      <li>{t('needs.servers', { min: policy.registry.nameServers.value.min })}</li>
    </ul>
  )
}
