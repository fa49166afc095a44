import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import type { ApplicationView } from '@/lib/dossiers/application.query'
import { policyAt } from '@/lib/web/policy-of'
import { RuleWhy, When } from './when'

interface ReceiptProps {
  view: ApplicationView
  now: Date
}

/** The proof of a filing: number, instant, place in the order, hash. Prints by itself. Server only. */
export function Receipt({ view, now }: ReceiptProps) {
  const t = useTranslations('apply.receipt')
  const { number, filedAt, claim } = view
  if (!number || !filedAt) return null
  const policy = policyAt(view.zone, filedAt)
  const items = [
    { term: t('number'), value: <span className="font-semibold">{number}</span> },
    { term: t('name'), value: <span className="font-semibold wrap-anywhere">{view.nameUnicode}</span> },
    ...(view.nameAscii === view.nameUnicode ? [] : [{ term: t('ascii'), value: view.nameAscii }]),
    {
      term: t('filedAt'),
      value: (
        <When
          at={filedAt}
          zone={view.timeZone}
          now={now}
          exact
          why={<RuleWhy rule="R-NS-05" policy={policy} about={t('filedAt')} />}
        />
      ),
    },
    ...(view.place === null
      ? []
      : [{ term: t('place'), value: <Place place={view.place} policy={policy} /> }]),
    ...(claim
      ? [{ term: t('hash'), value: <code className="text-sm wrap-anywhere">{claim.dossierHash}</code> }]
      : []),
  ]
  return (
    <Panel title={t('title')}>
      <DescriptionList items={items} />
      <p className="mt-3 text-sm text-ink-soft">{t('about')}</p>
    </Panel>
  )
}

function Place({ place, policy }: { place: number; policy: string }) {
  const t = useTranslations('apply.receipt')
  return (
    <div>
      {t('placeIs', { place })} <RuleWhy rule="R-NS-05" policy={policy} about={t('place')} />
    </div>
  )
}
