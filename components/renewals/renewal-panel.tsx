import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import type { RenewView } from '@/lib/domains/renew/renew-page.query'
import type { RenewalItemView } from '@/lib/domains/renew/renewal.query'
import { Link } from '@/lib/i18n/link'
import { ItemState } from './item-state'
import { RefusalCallout } from './refusal-callout'

interface RenewalPanelProps {
  view: RenewView | null
  latest: readonly Latest[]
}

/** The way to renew a name, and its latest renewals; nothing before it is registered. Server only. */
export function RenewalPanel({ view, latest }: RenewalPanelProps) {
  const t = useTranslations('renewals.panel')
  if (!view?.expiresAt) return null
  const { nameAscii } = view
  return (
    <Panel title={t('title')} className="no-print">
      <div className="flex flex-col items-start gap-4">
        {view.refusal ? (
          <RefusalCallout refusal={view.refusal} />
        ) : (
          <ButtonLink href={`/names/${nameAscii}/renew`}>{t('renew')}</ButtonLink>
        )}
        <p>
          {t(`auto.${view.autoRenew}`)}{' '}
          <Link href={`/names/${nameAscii}/renew#auto`} className="text-link">
            {t('change')}
          </Link>
        </p>
        {latest.length > 0 && <LatestRenewals latest={latest} />}
      </div>
    </Panel>
  )
}

type Latest = RenewalItemView & { readonly renewalId: string }

/** The latest renewals of a name, each with the way to it. Server only. */
export function LatestRenewals({ latest }: { latest: readonly Latest[] }) {
  const t = useTranslations('renewals')
  return (
    <DataTable
      caption={t('panel.latest')}
      captionHidden
      density="dense"
      rows={latest}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'years',
          header: t('one.years'),
          rowHeader: true,
          cell: ({ years, renewalId }) => (
            <Link href={`/renewals/${renewalId}`} className="text-link">
              {t('one.count', { years })}
            </Link>
          ),
        },
        {
          key: 'new',
          header: t('one.new'),
          cell: ({ newExpiresAt, timeZone }) => <When at={newExpiresAt} zone={timeZone} />,
        },
        { key: 'state', header: t('page.state'), cell: (item) => <ItemState item={item} /> },
      ]}
    />
  )
}
