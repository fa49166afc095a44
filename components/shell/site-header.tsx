import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/link'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locale'
import { ButtonLink } from '../ui/button'
import { Mark } from '../ui/mark'
import { AccountLinks, AccountMenu } from './account-menu'
import { LanguageLinks } from './language-links'
import { Menu } from './menu'
import { type NavLink, NavLinks } from './nav-links'
import type { NavigationEntry } from './navigation'
import { SealMark } from './seal-mark'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

export interface ShellViewer {
  name: string
  email: string
}

export interface SiteHeaderProps {
  locale: Locale
  theme: Theme
  navigation: readonly (readonly NavigationEntry[])[]
  viewer: ShellViewer | null
  /** How much waits behind an entry, by its path. */
  waiting: Readonly<Record<string, number>>
}

/** Groups that find no room go on in another line; the rule before a line's first one falls outside and is cut off. */
const LINES = 'flex-wrap gap-x-8 [clip-path:inset(-8px)]'

/** The head of every page: whose office this is, where one can go, language, light, and who is signed in. */
export function SiteHeader(props: SiteHeaderProps) {
  const t = useTranslations('shell')
  const groups = props.navigation.map((group) =>
    group.map(
      ({ href, label }): NavLink => ({ href, text: t(`nav.${label}`), waiting: props.waiting[href] ?? 0 }),
    ),
  )
  return (
    <header className="no-print ledger-rule bg-paper">
      <div className="mx-auto max-w-page px-4 sm:px-6">
        <div className="flex items-center justify-between gap-4 py-3 lg:pb-1">
          <Wordmark label={t('home')} />
          <div className="hidden items-center gap-2 lg:flex">
            <LanguageMenu locale={props.locale} />
            <ThemeSwitch current={props.theme} />
            <AccountMenu viewer={props.viewer} />
          </div>
          <PhoneMenu {...props} groups={groups} />
        </div>
        <nav aria-label={t('nav.label')} className={clsx('-mb-px hidden lg:-ms-3 lg:flex', LINES)}>
          <NavLinks groups={groups} upright={false} />
        </nav>
      </div>
    </header>
  )
}

/** The seal and the name, leading to the start. */
function Wordmark({ label }: { label: string }) {
  return (
    <Link href="/" className="flex items-center gap-2 text-ink no-underline" aria-label={label}>
      <SealMark className="size-9" />
      <span className="text-lg font-bold tracking-tight">Tenure</span>
    </Link>
  )
}

function LanguageMenu({ locale }: { locale: Locale }) {
  const t = useTranslations('shell')
  return (
    <Menu
      className="relative"
      summaryClass="flex h-9 items-center gap-2 px-2 text-sm hover:bg-well"
      panelClass="absolute end-0 top-full z-30 mt-1 min-w-52 border border-t-2 border-rule border-t-ink bg-sheet shadow-lift"
      summary={
        <>
          <Mark name="globe" />
          <span className="sr-only">{t('language')}</span>
          {LOCALE_NAMES[locale]}
          <Mark name="down" className="size-4" />
        </>
      }
    >
      <LanguageLinks current={locale} />
    </Menu>
  )
}

/** On a phone everything lies behind one word; it opens without script. */
function PhoneMenu({ locale, theme, viewer, groups }: SiteHeaderProps & { groups: readonly NavLink[][] }) {
  const t = useTranslations('shell')
  return (
    <Menu
      className="group lg:hidden"
      summaryClass="flex h-11 items-center gap-2 rounded-edge border border-rule-strong bg-sheet px-3 font-semibold"
      panelClass="absolute inset-x-0 z-30 mt-3 border-b-4 border-double border-ink bg-paper px-4 pb-4 shadow-lift"
      summary={
        <>
          <span className="grid group-open:hidden">
            <Mark name="menu" />
          </span>
          <span className="hidden group-open:grid">
            <Mark name="close" />
          </span>
          {t('menu')}
        </>
      }
    >
      <nav aria-label={t('nav.label')}>
        <NavLinks groups={groups} upright />
      </nav>
      <div className="border-t border-rule py-2">
        {viewer ? (
          <AccountLinks viewer={viewer} />
        ) : (
          <ButtonLink href="/sign-in">{t('account.signIn')}</ButtonLink>
        )}
      </div>
      <div className="flex items-center justify-between border-t border-rule py-2 ps-4">
        {t('theme.label')}
        <ThemeSwitch current={theme} />
      </div>
      <nav aria-label={t('language')} className="border-t border-rule pt-2">
        <LanguageLinks current={locale} />
      </nav>
    </Menu>
  )
}
