import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Offer } from '@/lib/dossiers/search/offer.query'
import type { NameAnswer } from '@/lib/dossiers/search/search.query'
import { formatMoment, formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { DocumentLists } from '../policy/document-lists'
import { QuoteTable } from '../policy/quote-table'
import { RuleWhy } from '../policy/rule-why'
import { ButtonLink } from '../ui/button'
import { Callout } from '../ui/callout'
import { Disclosure } from '../ui/disclosure'
import { Panel } from '../ui/panel'
import { YearPrices } from './year-prices'

interface FreeNameProps {
  answer: NameAnswer
  offer: Offer
}

/** All that is told of a free name before any sign-up: price, documents, needs, terms, what follows (R-HO-02). */
export function FreeName({ answer, offer }: FreeNameProps) {
  const t = useTranslations('search')
  const openings = useTranslations('policy.openings')
  return (
    <div className="flex flex-col gap-6">
      {offer.opening !== 'open' && (
        <Callout
          kind="info"
          title={openings(offer.opening)}
          why={t('organisationsOnly', { suffix: answer.suffix })}
        />
      )}
      <Panel title={t('price')}>
        <Price offer={offer} />
      </Panel>
      <Panel title={t('documents.title')}>
        <p className="mb-4 max-w-text">{t('documents.lead')}</p>
        <DocumentLists situations={offer.documents} policyId={offer.policyId} />
      </Panel>
      <Panel title={t('needs.title', { suffix: answer.suffix })}>
        <Needs offer={offer} />
      </Panel>
      <Panel title={t('next.title')}>
        <NextSteps offer={offer} />
        <p className="mt-4">
          <Link href={`/calculator?zone=${answer.suffix}`} className="text-link">
            {t('life.calculate', { suffix: answer.suffix })}
          </Link>
        </p>
      </Panel>
    </div>
  )
}

function Price({ offer }: { offer: Offer }) {
  const t = useTranslations('search')
  const first = offer.prices[0]
  if (!first) return <p>{t('noPrice')}</p>
  return (
    <>
      <QuoteTable
        caption={t('years.count', { years: first.years })}
        lines={first.lines}
        total={first.total}
        policyId={offer.policyId}
      />
      <Disclosure summary={t('years.caption')} className="mt-4">
        <YearPrices prices={offer.prices} />
      </Disclosure>
    </>
  )
}

function Needs({ offer }: { offer: Offer }) {
  const t = useTranslations('search.needs')
  return (
    <ul className="flex max-w-text list-disc flex-col gap-2 ps-5">
      {offer.needs.map((need) => (
        <li key={need.kind}>
          {t(need.kind)} <RuleWhy rule={need.rule} about={t(need.kind)} policyId={offer.policyId} />
        </li>
      ))}
      <li>{t('servers', { min: offer.nameServers.min })}</li>
      <li>
        {t.rich('terms', {
          terms: (words: ReactNode) => (
            <Link href="/terms" className="text-link">
              {words}
            </Link>
          ),
        })}
      </li>
    </ul>
  )
}

function NextSteps({ offer }: { offer: Offer }) {
  const t = useTranslations('search.next')
  const locale = useLocale()
  const allotment = offer.life.events.find((event) => event.kind === 'allotment')
  return (
    <ol className="flex max-w-text list-decimal flex-col gap-2 ps-5">
      <li>
        {t('file')} <RuleWhy rule="R-NS-05" about={t('file')} policyId={offer.policyId} />
      </li>
      <li>
        {t('check')} <RuleWhy rule="R-NS-24" about={t('check')} policyId={offer.policyId} />
      </li>
      <li>
        {allotment
          ? t('allotAt', { moment: formatMoment(locale, allotment.at, offer.timeZone), zone: offer.timeZone })
          : t('allot')}{' '}
        <RuleWhy rule={allotment?.rule} about={t('allot')} policyId={offer.policyId} />
      </li>
    </ol>
  )
}

/** The way on from a free name: the button states the price. Server only. */
export function ApplyAside({ answer, offer }: FreeNameProps) {
  const t = useTranslations('search.apply')
  const locale = useLocale()
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        {answer.firstYear && (
          <p>
            <span className="block text-xl font-semibold tabular-nums">
              {formatMoney(locale, answer.firstYear)}
            </span>
            <span className="text-sm text-ink-soft">{t('firstYear')}</span>
          </p>
        )}
        <ButtonLink href={`/applications/new?name=${answer.ascii}`}>{t('button')}</ButtonLink>
        <p className="text-sm text-ink-soft">{t('claim', { registry: offer.registry })}</p>
      </div>
    </Panel>
  )
}
