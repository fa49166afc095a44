import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import type { QueueView } from '@/lib/dossiers/review/desk.query'
import { Link } from '@/lib/i18n/link'

/** The queue beside the dossier, and the desk's keys. */
export function QueuePart({ queue, current }: { queue: QueueView; current: string }) {
  const t = useTranslations('desk')
  return (
    <div className="flex flex-col gap-4">
      <Link href="/desk" className="text-link">
        {t('back')}
      </Link>
      <h2 className="font-semibold">{t('queue')}</h2>
      <ol className="hidden flex-col xl:flex">
        {queue.rows.slice(0, 12).map((row) => (
          <li key={row.id} className="border-b border-rule">
            <Link
              href={`/desk/${row.id}`}
              aria-current={row.id === current ? 'page' : undefined}
              className={clsx(
                'block py-1.5 wrap-anywhere',
                row.id === current ? 'font-semibold' : 'text-link',
              )}
            >
              {row.nameUnicode}
            </Link>
          </li>
        ))}
      </ol>
      <DeskKeyList />
    </div>
  )
}

const KEYS = [
  ['j', 'documents'],
  ['a', 'accept'],
  ['r', 'reasons'],
  ['z', 'zoom'],
] as const

function DeskKeyList() {
  const t = useTranslations('desk')
  return (
    <ul className="hidden flex-col gap-1 text-ink-soft xl:flex">
      {KEYS.map(([key, act]) => (
        <li key={key}>
          <Kbd>{key}</Kbd> {key === 'j' && <Kbd>k</Kbd>} {t(`keys.${act}`)}
        </li>
      ))}
    </ul>
  )
}
