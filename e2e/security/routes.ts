/** Every page of the portal, from `app/`, with what it takes to look at it. A page without an entry fails. */
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Role, UserActor } from '@/lib/kernel/actor'
import { declineToken } from '@/lib/notices/decline/link'

/** What the fixtures of the pages refer to. */
export interface Ids {
  readonly draftId: string
  readonly filedId: string
  readonly name: string
  readonly invoiceId: string
  readonly reviewId: string
  /** Orders of another owner’s name: a suspension carried out, and a reclaim that waits for a second person. */
  readonly suspensionId: string
  readonly reclaimId: string
  readonly runId: string
  readonly messageId: string
  /** A draft of the next version of .com. */
  readonly policyDraftId: string
  /** The name’s own id, and a renewal of it that is asked for and unpaid. */
  readonly nameId: string
  readonly renewalId: string
  /** A name of the owner's organisation, and the authorisation to renew it that a contact has accepted. */
  readonly organisationName: string
  readonly organisationNameId: string
  readonly authorisationId: string
  /** What another registrant offered to the owner, and a name of theirs that the owner may renew. */
  readonly offerId: string
  readonly otherName: string
  readonly otherNameId: string
  readonly otherRenewalId: string
}

export interface Fixture {
  /** Whose page it is: nobody's in particular, the owner's, or a role's. */
  readonly who: 'visitor' | 'owner' | Role
  readonly paths: (ids: Ids) => readonly string[]
  /** Part of the way from search to name: its JavaScript is counted. */
  readonly isRegistrantPath?: boolean
}

const visitor = (...paths: string[]): Fixture => ({
  who: 'visitor',
  paths: () => paths,
  isRegistrantPath: true,
})
const owner = (paths: Fixture['paths']): Fixture => ({ who: 'owner', paths, isRegistrantPath: true })

/** By route, without the language. */
export const FIXTURES: Readonly<Record<string, Fixture>> = {
  '/': visitor('/'),
  '/search': visitor(
    '/search?name=tra-sua-ngon.vn',
    '/search?name=vnexpress.vn',
    '/search?name=tra-sua-ngon',
    '/search?name=-',
  ),
  '/extensions': visitor(
    '/extensions',
    '/extensions?filter=com&registry=VNNIC&needs=documents&opening=open',
    '/extensions?filter=nothing-like-it',
  ),
  '/extensions/[zone]': visitor(
    '/extensions/com.vn',
    '/extensions/edu.vn',
    '/extensions/com',
    '/extensions/dk',
    `/extensions/${encodeURIComponent('公司.香港')}`,
  ),
  '/calculator': visitor(
    '/calculator',
    '/calculator?zone=vn&expires=2024-06-01',
    '/calculator?zone=com&expires=2026-12-24&hour=12%3A00&registered=2020-12-24',
    '/calculator?zone=nowhere&expires=2024-06-01',
  ),
  '/lookup': {
    who: 'visitor',
    paths: ({ name }) => ['/lookup', `/lookup?name=${name}`, '/lookup?name=nothing-here.vn'],
  },
  '/terms': visitor('/terms'),
  '/sign-up': visitor('/sign-up'),
  '/sign-up/sent': visitor('/sign-up/sent'),
  '/verify': visitor('/verify?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  '/sign-in': visitor('/sign-in'),
  '/forgot': visitor('/forgot'),
  '/reset': visitor('/reset?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  '/unsubscribe': {
    who: 'visitor',
    paths: ({ messageId }) => [
      `/unsubscribe?token=${declineToken(messageId)}`,
      '/unsubscribe?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ],
  },
  '/sign-in/code': { who: 'AGENT', paths: () => ['/sign-in/code'] },
  '/sign-out': { who: 'owner', paths: () => ['/sign-out'] },
  '/profile': owner(() => ['/profile']),
  '/profile/second-factor': owner(() => ['/profile/second-factor']),
  '/applications': owner(() => ['/applications']),
  '/applications/new': owner(() => ['/applications/new?name=tra-sua-ngon.vn']),
  '/applications/[id]': owner(({ draftId, filedId }) => [
    `/applications/${draftId}`,
    `/applications/${filedId}`,
  ]),
  '/applications/[id]/[step]': owner(({ draftId }) =>
    ['applicant', 'holder', 'contacts', 'name-servers'].map((step) => `/applications/${draftId}/${step}`),
  ),
  '/applications/[id]/documents': owner(({ draftId }) => [`/applications/${draftId}/documents`]),
  '/applications/[id]/review': owner(({ draftId }) => [`/applications/${draftId}/review`]),
  '/names': owner(() => ['/names']),
  '/names/renew': owner(({ nameId, otherNameId }) => [
    '/names/renew',
    `/names/renew?id=${nameId}.2`,
    `/names/renew?id=${nameId}.2&id=${otherNameId}`,
  ]),
  '/names/authorisations': owner(() => ['/names/authorisations', '/names/authorisations?done=granted']),
  '/names/authorisations/new': owner(({ organisationNameId, nameId }) => [
    '/names/authorisations/new',
    `/names/authorisations/new?id=${organisationNameId}&id=${nameId}`,
  ]),
  '/authorisations/[id]': owner(({ authorisationId, offerId }) =>
    [authorisationId, offerId].map((id) => `/authorisations/${id}`),
  ),
  '/renewals/[id]': owner(({ renewalId, otherRenewalId }) =>
    [renewalId, otherRenewalId].map((id) => `/renewals/${id}`),
  ),
  '/names/[name]': owner(({ name, organisationName }) => [`/names/${name}`, `/names/${organisationName}`]),
  '/names/[name]/renew': owner(({ name, otherName }) => [
    `/names/${name}/renew`,
    `/names/${otherName}/renew`,
  ]),
  '/names/[name]/return': owner(({ name }) => [`/names/${name}/return`]),
  '/names/[name]/name-servers': owner(({ name }) => [`/names/${name}/name-servers`]),
  '/names/[name]/contacts/[role]': owner(({ name }) => [`/names/${name}/contacts/admin`]),
  '/invoices': owner(() => ['/invoices']),
  '/invoices/[id]': owner(({ invoiceId }) => [`/invoices/${invoiceId}`]),
  '/invoices/[id]/pay': owner(({ invoiceId }) => [`/invoices/${invoiceId}/pay`]),
  '/credit': owner(() => ['/credit']),
  '/inbox': owner(() => ['/inbox', '/inbox?state=new']),
  '/inbox/[id]': owner(({ messageId }) => [`/inbox/${messageId}`]),
  '/names/[name]/notices': owner(({ name }) => [`/names/${name}/notices`]),
  '/desk': { who: 'AGENT', paths: () => ['/desk'] },
  '/desk/orders': {
    who: 'AGENT',
    paths: () => ['waiting', 'reexamine', 'done'].map((tab) => `/desk/orders?tab=${tab}`),
  },
  '/desk/orders/new': { who: 'AGENT', paths: () => ['/desk/orders/new'] },
  '/desk/orders/[id]': {
    who: 'AGENT',
    paths: ({ suspensionId, reclaimId }) => [suspensionId, reclaimId].map((id) => `/desk/orders/${id}`),
  },
  '/desk/[id]': { who: 'AGENT', paths: ({ reviewId }) => [`/desk/${reviewId}`] },
  '/operator': { who: 'OPERATOR', paths: () => ['/operator'] },
  '/operator/exceptions': {
    who: 'OPERATOR',
    paths: () =>
      [
        'money',
        'money&state=decided',
        'invoices',
        'registry',
        'registry&state=refused',
        'messages',
        'jobs',
        'work',
        'reviews&state=all',
        'names',
      ].map((list) => `/operator/exceptions?list=${list}`),
  },
  '/operator/runs': { who: 'OPERATOR', paths: () => ['/operator/runs', '/operator/runs?registry=VNNIC'] },
  '/operator/runs/[id]': { who: 'OPERATOR', paths: ({ runId }) => [`/operator/runs/${runId}`] },
  '/operator/policies': {
    who: 'OPERATOR',
    paths: () => [
      '/operator/policies',
      '/operator/policies?zone=vn&grade=any&text=&page=2',
      '/operator/policies?grade=public&text=nothing-like-it',
    ],
  },
  '/operator/policies/[zone]': {
    who: 'OPERATOR',
    paths: () => ['/operator/policies/vn', '/operator/policies/vn?values=all', '/operator/policies/com'],
  },
  '/operator/policies/[zone]/draft/[id]': {
    who: 'OPERATOR',
    paths: ({ policyDraftId }) => [`/operator/policies/com/draft/${policyDraftId}`],
  },
  '/operator/clock': { who: 'OPERATOR', paths: () => ['/operator/clock'] },
}

/** The routes that `app/[locale]` has, without groups. */
export function routesOf(root = 'app/[locale]'): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`${sep}page.tsx`) || file === 'page.tsx')
    .map(
      (file) =>
        `/${join(file, '..')
          .split(sep)
          .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
          .join('/')}`,
    )
    .sort()
}

/** Which actor looks at a page. */
export function actorFor(
  who: Fixture['who'],
  actors: { owner: UserActor; agent: UserActor; operator: UserActor },
) {
  if (who === 'visitor') return null
  if (who === 'owner') return actors.owner
  return who === 'AGENT' ? actors.agent : actors.operator
}
