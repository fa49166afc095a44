import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoney } from '@/lib/i18n/format'
import { Link } from '@/lib/i18n/link'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locale'
import type { Money } from '@/lib/kernel/money'
import type { ExtensionGroup, SuffixName } from '@/lib/policy/extension.query'
import type { QuoteLine } from '@/lib/policy/fees.rule'
import { Amount } from '../ui/amount'
import { type Column, DataTable } from '../ui/data-table'
import { Disclosure } from '../ui/disclosure'
import { AfterExpiryInShort } from './after-expiry'
import { Needs } from './extension-needs'
import { ParamWhy } from './rule-why'

/** More names of areas than this on one line are opened on request. */
const NAMED = 6

/** Every extension with its price, its periods and what it asks for; those alike share a line. Server only. */
export function ExtensionTable({ lines, empty }: { lines: readonly ExtensionGroup[]; empty: ReactNode }) {
  const t = useTranslations('search.extensions')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      density="dense"
      wide
      cards
      rows={lines}
      rowKey={(line) => line.suffixes[0]?.suffix ?? ''}
      columns={[
        {
          key: 'suffix',
          header: t('suffix'),
          rowHeader: true,
          cell: (line) => <Suffixes line={line} />,
        },
        { key: 'registry', header: t('registry'), cell: (line) => line.registry },
        ...usePriceColumns(),
        ...useTermColumns(),
      ]}
      empty={empty}
    />
  )
}

function usePriceColumns(): Column<ExtensionGroup>[] {
  const t = useTranslations('search.extensions')
  const price = (key: 'firstYear' | 'renewal' | 'transfer', of: (line: ExtensionGroup) => Priced) => ({
    key,
    header: t(key),
    align: 'end' as const,
    cell: (line: ExtensionGroup) => <Price of={of(line)} about={t(key)} policyId={line.policyId} />,
  })
  return [
    price('firstYear', ({ fees }) => fees && { amount: fees.first, line: fees.registration }),
    price('renewal', ({ fees }) => fees && { amount: fees.yearly.amount, line: fees.yearly }),
    price('transfer', ({ fees }) => {
      const line = fees?.transfer?.lines[0]
      return fees?.transfer && line && { amount: fees.transfer.total, line }
    }),
  ]
}

function useTermColumns(): Column<ExtensionGroup>[] {
  const t = useTranslations('search.extensions')
  return [
    { key: 'periods', header: t('periods'), cell: (line) => <Periods line={line} /> },
    {
      key: 'after',
      header: t('afterExpiry'),
      cell: ({ phases, policyId }) => <AfterExpiryInShort phases={phases} policyId={policyId} />,
    },
    { key: 'needs', header: t('needs'), cell: (line) => <Needs line={line} explained /> },
    { key: 'language', header: t('language'), cell: (line) => <Language line={line} /> },
  ]
}

type Priced = { readonly amount: Money; readonly line: QuoteLine } | undefined

function Price({ of, about, policyId }: { of: Priced; about: string; policyId: string }) {
  const locale = useLocale()
  if (!of) return '–'
  return (
    <span className="inline-flex flex-col items-start tabled:items-end">
      <Amount text={formatMoney(locale, of.amount)} />
      <ParamWhy parameter={of.line} asks={of.line.rule} about={about} policyId={policyId} />
    </span>
  )
}

function Periods({ line }: { line: ExtensionGroup }) {
  const t = useTranslations('search.extensions')
  const { registerMin: min, registerMax: max } = line.periods.value
  return (
    <>
      <span className="block">{t('years', { min, max })}</span>
      <ParamWhy parameter={line.periods} asks="R-HO-07" about={t('periods')} policyId={line.policyId} />
    </>
  )
}

/** In which language the registry's own terms prevail (R-HO-11). */
function Language({ line }: { line: ExtensionGroup }) {
  const t = useTranslations('search.extensions')
  const { value } = line.originalLanguage
  return (
    <>
      <span className="block" lang={value}>
        {isLocale(value) ? LOCALE_NAMES[value] : value}
      </span>
      <ParamWhy
        parameter={line.originalLanguage}
        asks="R-HO-11"
        about={t('language')}
        policyId={line.policyId}
      />
    </>
  )
}

function Suffixes({ line: { suffixes: names, group } }: { line: ExtensionGroup }) {
  const t = useTranslations('search.extensions')
  if (group !== 'geographic' || names.length <= NAMED) return <SuffixLinks names={names} />
  return (
    <Disclosure summary={t('areas', { count: names.length, example: `.${names[0]?.unicode ?? ''}` })}>
      <SuffixLinks names={names} />
    </Disclosure>
  )
}

function SuffixLinks({ names }: { names: readonly SuffixName[] }) {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {names.map((name) => (
        <SuffixLink key={name.suffix} name={name} />
      ))}
    </span>
  )
}

/** An extension in its own letters, its A-label beside it where the two differ. Server only. */
export function SuffixLink({ name }: { name: SuffixName }) {
  return (
    <span className="inline-flex flex-col">
      <Link href={`/extensions/${name.suffix}`} className="text-link name-text">
        .{name.unicode}
      </Link>
      {name.unicode !== name.suffix && (
        <span translate="no" className="text-sm font-normal wrap-anywhere text-ink-soft">
          .{name.suffix}
        </span>
      )}
    </span>
  )
}
