import { useTranslations } from 'next-intl'
import type { Own } from '@/lib/dossiers/search/search.query'
import { Link } from '@/lib/i18n/link'
import { Callout } from '../ui/callout'

/** That a name is taken by the reader themselves, and the way to it. Server only. */
export function OwnName({ own }: { own: Own }) {
  const t = useTranslations('search.own')
  const { title, text, link, href } =
    own.kind === 'application'
      ? {
          title: t('application'),
          text: t('applicationText'),
          link: t('toApplication'),
          href: `/applications/${own.dossierId}`,
        }
      : { title: t('name'), text: t('nameText'), link: t('toName'), href: `/names/${own.ascii}` }
  return (
    <Callout
      kind="info"
      title={title}
      next={
        <Link href={href} className="text-link">
          {link}
        </Link>
      }
    >
      <p>{text}</p>
    </Callout>
  )
}
