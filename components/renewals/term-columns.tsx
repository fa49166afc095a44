import { useTranslations } from 'next-intl'
import { When } from '@/components/applications/when'
import type { Column } from '@/components/ui/data-table'

interface Term {
  readonly oldExpiresAt: Date
  readonly newExpiresAt: Date
}

/** The old and the new expiry side by side, in the zone's time (R-VN-07). Server only. */
export function useTermColumns<Row>(read: (row: Row) => { term: Term | null; zone: string }): Column<Row>[] {
  const t = useTranslations('renewals.one')
  return [
    { key: 'old', header: t('old'), cell: (row) => <TermDate {...read(row)} which="oldExpiresAt" /> },
    { key: 'new', header: t('new'), cell: (row) => <TermDate {...read(row)} which="newExpiresAt" /> },
  ]
}

function TermDate({ term, zone, which }: { term: Term | null; zone: string; which: keyof Term }) {
  return term && <When at={term[which]} zone={zone} />
}
