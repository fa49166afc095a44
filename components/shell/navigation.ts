/** Roles that open parts of the portal in the navigation; pages guard themselves all the same. */
export type ShellRole = 'registrant' | 'reseller' | 'agent' | 'operator'

export interface NavigationEntry {
  href: string
  /** Key of the label in `shell.nav`. */
  label: string
}

const PUBLIC: readonly NavigationEntry[] = [
  { href: '/', label: 'search' },
  { href: '/extensions', label: 'extensions' },
  { href: '/lookup', label: 'lookup' },
  { href: '/calculator', label: 'calculator' },
]

const BY_ROLE: Readonly<Record<ShellRole, readonly NavigationEntry[]>> = {
  registrant: [
    { href: '/names', label: 'names' },
    { href: '/applications', label: 'applications' },
    { href: '/invoices', label: 'invoices' },
    { href: '/credit', label: 'credit' },
    { href: '/inbox', label: 'inbox' },
  ],
  reseller: [],
  agent: [{ href: '/desk', label: 'desk' }],
  operator: [
    { href: '/operator', label: 'operator' },
    { href: '/operator/exceptions', label: 'exceptions' },
    { href: '/operator/policies', label: 'policies' },
    { href: '/operator/clock', label: 'clock' },
  ],
}

/** What a reader's roles open, in groups that stand apart in the navigation; the public group is first. */
export function navigationFor(roles: readonly ShellRole[]): readonly (readonly NavigationEntry[])[] {
  const own = (Object.keys(BY_ROLE) as ShellRole[]).filter((role) => roles.includes(role))
  return [PUBLIC, ...own.map((role) => BY_ROLE[role])].filter((group) => group.length > 0)
}

/** What stands in the footer of every page. */
export const FOOTER_LINKS = PUBLIC

/** Pages of one's own, in the account menu. */
export const ACCOUNT_LINKS: readonly NavigationEntry[] = [{ href: '/profile', label: 'profile' }]

/** Entries of their own beside those of what lies below them. */
const LANDINGS = ['/', '/operator']

/** Whether an entry is the section that a path lies in. */
export function isCurrent(href: string, path: string): boolean {
  return path === href || (!LANDINGS.includes(href) && path.startsWith(`${href}/`))
}
