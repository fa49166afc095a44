import { useLocale, useTranslations } from 'next-intl'
import type { PublicName } from '@/lib/domains/lookup/lookup.query'
import { instantText } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { withOffset } from '@/lib/kernel/days'
import { RuleWhy } from '../policy/rule-why'
import { DescriptionList } from '../ui/description-list'
import { Instant } from '../ui/instant'
import { Panel } from '../ui/panel'
import { StateMark } from '../ui/state-mark'
import { NameTitle } from './name-title'

interface LookedUpNameProps {
  found: PublicName
  timeZone: string
  now: Date
}

/** What anybody may know of a registered name (R-VN-01). Server only. */
export function LookedUpName({ found, timeZone, now }: LookedUpNameProps) {
  const t = useTranslations('search.lookup')
  const locale = useLocale()
  const moment = (at: Date) => instantText(locale, at, { zone: timeZone, precision: 'hour', now })
  return (
    <Panel
      title={<NameTitle unicode={found.nameUnicode} ascii={found.nameAscii} />}
      aside={<PublicState found={found} now={now} />}
    >
      <DescriptionList
        items={[
          {
            term: t('expires'),
            value: (
              <Instant at={moment(found.expiresAt)} why={<RuleWhy rule="R-VN-01" about={t('expires')} />} />
            ),
          },
          { term: t('registered'), value: <Instant at={moment(found.registeredAt)} /> },
          { term: t('changed'), value: <Instant at={moment(found.changedAt)} /> },
          { term: t('servers'), value: <Servers hosts={found.nameServers} /> },
          { term: t('registry'), value: found.registry },
          { term: t('registrar'), value: 'Tenure' },
          { term: t('holder'), value: t('holderHidden') },
        ]}
      />
      <p className="mt-4">
        <a href={`/rdap/domain/${found.nameAscii}`} className="text-link">
          {t('rdap')}
        </a>
        <Link href={lifeHref(found, timeZone)} className="ms-6 text-link">
          {t('life')}
        </Link>
      </p>
    </Panel>
  )
}

/** The calculator, asked for the term of this name. */
function lifeHref({ zone, expiresAt }: PublicName, timeZone: string): string {
  const [day = '', time = ''] = withOffset(expiresAt, timeZone).split('T')
  return `/calculator?${new URLSearchParams({ zone, expires: day, hour: time.slice(0, 5) }).toString()}`
}

/** How far the name has come in its life, as a word with its mark. */
function PublicState({ found, now }: { found: PublicName; now: Date }) {
  const t = useTranslations('search.lookup')
  const states = useTranslations('names.state')
  const isHeldBack = found.onHold && found.status === 'ACTIVE'
  const state = isHeldBack ? 'suspended' : found.status.toLowerCase()
  if (state !== 'active') return <StateMark tone="urgent" word={states(state)} />
  const isExpired = found.expiresAt.getTime() <= now.getTime()
  return <StateMark tone={isExpired ? 'near' : 'done'} word={t(isExpired ? 'expired' : 'active')} />
}

function Servers({ hosts }: { hosts: readonly string[] }) {
  const t = useTranslations('search.lookup')
  if (hosts.length === 0) return t('noServers')
  return (
    <ul>
      {hosts.map((host) => (
        <li key={host} translate="no" className="wrap-anywhere">
          {host}
        </li>
      ))}
    </ul>
  )
}
