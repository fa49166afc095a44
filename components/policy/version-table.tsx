import { useLocale, useTranslations } from 'next-intl'
import type { PolicyVersion } from '@/lib/domains/calculator/calculator-page.query'
import { formatDay } from '@/lib/i18n/format'
import { DataTable } from '../ui/data-table'
import { StateMark } from '../ui/state-mark'
import { AfterExpiryInShort } from './after-expiry'
import { ParamWhy } from './rule-why'

interface VersionTableProps {
  versions: readonly PolicyVersion[]
  /** The version in question, with the word that marks it. */
  used: { readonly id: string; readonly word: string }
}

/** The dated versions of a policy beside each other: from when each holds, and what follows an expiry. */
export function VersionTable({ versions, used }: VersionTableProps) {
  const t = useTranslations('search.versions')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={versions}
      rowKey={(version) => version.id}
      empty={null}
      columns={[
        {
          key: 'version',
          header: t('version'),
          rowHeader: true,
          cell: (version) => (
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span translate="no">{version.id}</span>
              {version.id === used.id && <StateMark tone="action" word={used.word} className="text-sm" />}
            </span>
          ),
        },
        { key: 'from', header: t('from'), cell: (version) => <From version={version} /> },
        {
          key: 'after',
          header: t('after'),
          cell: (version) => <AfterExpiryInShort phases={version.phases} policyId={version.id} />,
        },
      ]}
    />
  )
}

/** A local date without an hour: noon UTC is that date wherever it is told as UTC. */
function From({ version: { id, from } }: { version: PolicyVersion }) {
  const t = useTranslations('search.versions')
  const locale = useLocale()
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      {formatDay(locale, new Date(`${from.value}T12:00:00Z`), 'UTC')}
      <ParamWhy parameter={from} asks="R-HO-07" about={t('from')} policyId={id} />
    </span>
  )
}
