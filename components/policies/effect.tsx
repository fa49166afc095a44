import { useLocale, useTranslations } from 'next-intl'
import { formatCount, formatMoment } from '@/lib/i18n/format'
import type { PolicyEffect, SampleName } from '@/lib/operations/policies/effect.query'
import type { MovedKind } from '@/lib/operations/policies/effect.rule'
import { Moment } from '../applications/when'
import { Callout } from '../ui/callout'
import { DataTable } from '../ui/data-table'

interface EffectProps {
  effect: PolicyEffect
  timeZone: string
}

/** What a draft would change: how many names, which dates by how many days, and a few names in full. Server only. */
export function Effect({ effect, timeZone }: EffectProps) {
  const t = useTranslations('policies.effect')
  const { ruled, moved, messages } = effect
  return (
    <div className="flex flex-col gap-6">
      <Callout
        kind={moved > 0 ? 'warning' : 'info'}
        title={t('moved', { moved })}
        why={t('ruled', { ruled })}
      >
        {messages > 0 && <p>{t('messages', { messages })}</p>}
      </Callout>
      {effect.kinds.length > 0 && <MovedTable kinds={effect.kinds} />}
      {effect.sample.length > 0 && <SampleTable sample={effect.sample} timeZone={timeZone} />}
    </div>
  )
}

function MovedTable({ kinds }: { kinds: readonly MovedKind[] }) {
  const t = useTranslations('policies.effect')
  const events = useTranslations('policy.timeline')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('dates')}
      density="dense"
      rows={kinds}
      rowKey={(row) => row.kind}
      empty={null}
      columns={[
        { key: 'kind', header: t('date'), rowHeader: true, cell: (row) => events(row.kind) },
        { key: 'names', header: t('names'), align: 'end', cell: (row) => formatCount(locale, row.names) },
        { key: 'by', header: t('by'), cell: (row) => <Shift row={row} /> },
      ]}
    />
  )
}

function Shift({ row: { least, most, lost, gained } }: { row: MovedKind }) {
  const t = useTranslations('policies.effect')
  const by = (days: number) =>
    days === 0 ? t('sameDay') : t(days > 0 ? 'later' : 'earlier', { days: Math.abs(days) })
  return (
    <span className="flex flex-col">
      {least !== undefined && most !== undefined && (
        <span>{least === most ? by(most) : t('fromTo', { least: by(least), most: by(most) })}</span>
      )}
      {lost > 0 && <span>{t('lost', { names: lost })}</span>}
      {gained > 0 && <span>{t('gained', { names: gained })}</span>}
    </span>
  )
}

function SampleTable({ sample, timeZone }: { sample: readonly SampleName[]; timeZone: string }) {
  const t = useTranslations('policies.effect')
  return (
    <DataTable
      caption={t('sample', { count: sample.length })}
      density="dense"
      rows={sample}
      rowKey={(row) => row.nameUnicode}
      empty={null}
      columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (row) => row.nameUnicode },
        {
          key: 'expires',
          header: t('expires'),
          cell: (row) => <Moment at={row.expiresAt} zone={timeZone} />,
        },
        {
          key: 'dates',
          header: t('oldAndNew'),
          cell: (row) => <DateChanges name={row} timeZone={timeZone} />,
        },
      ]}
    />
  )
}

function DateChanges({ name, timeZone }: { name: SampleName; timeZone: string }) {
  const t = useTranslations('policies.effect')
  const events = useTranslations('policy.timeline')
  const locale = useLocale()
  const moment = (at: Date | undefined) => (at ? formatMoment(locale, at, timeZone) : t('never'))
  if (name.dates.length === 0) return t('sameDates')
  return (
    <ul className="flex flex-col gap-1 py-1">
      {name.dates.map(({ kind, before, after }) => (
        <li key={kind}>
          {events(kind)}: <s className="text-ink-soft">{moment(before)}</s> →{' '}
          <span className="font-semibold">{moment(after)}</span>
        </li>
      ))}
    </ul>
  )
}
