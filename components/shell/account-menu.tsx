import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { ButtonLink } from '../ui/button'
import { Mark } from '../ui/mark'
import { Menu } from './menu'
import { ACCOUNT_LINKS } from './navigation'
import type { ShellViewer } from './site-header'

const ROW = 'flex min-h-11 items-center px-4 text-ink no-underline hover:bg-well'

/** Who is signed in and the ways to their own data; for a visitor, the way in. */
export function AccountMenu({ viewer }: { viewer: ShellViewer | null }) {
  const t = useTranslations('shell.account')
  if (!viewer) {
    return (
      <ButtonLink href="/sign-in" weight="secondary" size="dense">
        {t('signIn')}
      </ButtonLink>
    )
  }
  return (
    <Menu
      className="relative"
      summaryClass="flex h-9 max-w-56 items-center gap-2 px-2 hover:bg-well"
      panelClass="absolute end-0 top-full z-30 mt-1 min-w-60 border border-t-2 border-rule border-t-ink bg-sheet shadow-lift"
      summary={
        <>
          <Mark name="person" />
          <span className="sr-only">{t('menu')}</span>
          <span className="truncate text-sm font-semibold">{viewer.name}</span>
          <Mark name="down" className="size-4" />
        </>
      }
    >
      <AccountLinks viewer={viewer} />
    </Menu>
  )
}

/** The same entries without a menu around them, for the phone's header. */
export function AccountLinks({ viewer }: { viewer: ShellViewer }) {
  const t = useTranslations('shell')
  return (
    <>
      <p className="border-b border-rule px-4 py-3 text-sm text-ink-soft">
        {t('account.signedInAs')}
        <span className="block font-semibold break-all text-ink">{viewer.email}</span>
      </p>
      <ul>
        {ACCOUNT_LINKS.map((entry) => (
          <li key={entry.href}>
            <Link href={entry.href} className={ROW}>
              {t(`nav.${entry.label}`)}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/sign-out" className={ROW}>
            {t('account.signOut')}
          </Link>
        </li>
      </ul>
    </>
  )
}
