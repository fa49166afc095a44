import { useLocale, useTranslations } from 'next-intl'
import type { PublicName } from '@/lib/domains/lookup/lookup.query'
import { instantText } from '@/lib/i18n/format'
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
  const isExpired = found.expiresAt.getTime() <= now.getTime()
  const moment = (at: Date) => instantText(locale, at, { zone: timeZone, precision: 'hour', now })
  return (
    <Panel
      title={<NameTitle unicode={found.nameUnicode} ascii={found.nameAscii} />}
      aside={<StateMark tone={isExpired ? 'near' : 'done'} word={t(isExpired ? 'expired' : 'active')} />}
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
      </p>
    </Panel>
  )
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
