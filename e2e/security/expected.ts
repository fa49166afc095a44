/** What each page answers to those it is not for. A page without an entry fails. */

export type Who = 'visitor' | 'stranger' | 'reseller' | 'agent' | 'operator' | 'weak agent' | 'weak operator'
export type Answer =
  | 'sign in'
  | 'not on file'
  | 'no page'
  | 'second factor'
  | 'onward'
  | 'their own page'
  | 'theirs by right'

export const EVERYBODY: readonly Who[] = [
  'visitor',
  'stranger',
  'reseller',
  'agent',
  'operator',
  'weak agent',
  'weak operator',
]
const all = (answer: Answer) =>
  Object.fromEntries(EVERYBODY.map((who) => [who, answer])) as Record<Who, Answer>

/** A record of the owner: nobody else finds it, staff neither. */
const RECORD = { ...all('not on file'), visitor: 'sign in' } as const
/** A page that shows each user what is their own. */
const PERSONAL = { ...all('their own page'), visitor: 'sign in' } as const
const AGENTS = {
  ...all('no page'),
  visitor: 'sign in',
  agent: 'theirs by right',
  'weak agent': 'second factor',
} as const
/** Orders on names: agents enter and decide them, an operator may be the second person. */
const ORDERS = { ...AGENTS, operator: 'theirs by right', 'weak operator': 'second factor' } as const
const OPERATORS = {
  ...all('no page'),
  visitor: 'sign in',
  operator: 'theirs by right',
  'weak operator': 'second factor',
} as const
const CODE = {
  ...all('no page'),
  visitor: 'sign in',
  reseller: 'onward',
  agent: 'onward',
  operator: 'onward',
  'weak agent': 'their own page',
  'weak operator': 'their own page',
} as const

/** What each page that is not a visitor's answers to the others. A page without an entry fails. */
export const EXPECTED: Readonly<Record<string, Readonly<Record<Who, Answer>>>> = {
  '/sign-in/code': CODE,
  '/sign-out': PERSONAL,
  '/profile': PERSONAL,
  '/profile/second-factor': PERSONAL,
  '/applications': PERSONAL,
  '/applications/new': PERSONAL,
  '/applications/[id]': RECORD,
  '/applications/[id]/[step]': RECORD,
  '/applications/[id]/documents': RECORD,
  '/applications/[id]/review': RECORD,
  '/names': PERSONAL,
  '/names/renew': PERSONAL,
  '/names/authorisations': PERSONAL,
  '/names/authorisations/new': PERSONAL,
  '/authorisations/[id]': RECORD,
  '/renewals/[id]': RECORD,
  '/names/[name]': RECORD,
  '/names/[name]/renew': RECORD,
  '/names/[name]/return': RECORD,
  '/names/[name]/name-servers': RECORD,
  '/names/[name]/contacts/[role]': RECORD,
  '/invoices': PERSONAL,
  '/invoices/[id]': RECORD,
  '/invoices/[id]/pay': RECORD,
  '/credit': PERSONAL,
  '/inbox': PERSONAL,
  '/inbox/[id]': RECORD,
  '/names/[name]/notices': RECORD,
  '/desk': AGENTS,
  '/desk/orders': ORDERS,
  '/desk/orders/new': AGENTS,
  '/desk/orders/[id]': ORDERS,
  '/desk/[id]': AGENTS,
  '/operator': OPERATORS,
  '/operator/clock': OPERATORS,
  '/operator/exceptions': OPERATORS,
  '/operator/runs': OPERATORS,
  '/operator/policies': OPERATORS,
  '/operator/policies/[zone]': OPERATORS,
  '/operator/policies/[zone]/draft/[id]': OPERATORS,
  '/operator/runs/[id]': OPERATORS,
}
