import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import type { Bounced } from '@/lib/notices/inbox/record.query'
import { Callout } from '../ui/callout'

interface BouncedNoteProps {
  bounced: readonly Bounced[]
  nameAscii: string
}

/** Addresses that notices of a name miss, each with the way to correct it (R-NS-17). Server only. */
export function BouncedNote({ bounced, nameAscii }: BouncedNoteProps) {
  const t = useTranslations('inbox')
  return bounced.map(({ of, address }) => (
    <Callout
      key={of}
      kind="refusal"
      title={t('bounced', { address })}
      why={t(of === 'account' ? 'bouncedWhy' : 'bouncedContact')}
      next={
        <Link
          href={of === 'account' ? '/profile' : `/names/${nameAscii}/contacts/${of}`}
          className="text-link"
        >
          {t(of === 'account' ? 'profile' : 'correctContact')}
        </Link>
      }
    />
  ))
}
