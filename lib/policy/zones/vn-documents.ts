/**
 * Documents of a .vn registration (R-NS-02, R-NS-09 to R-NS-12).
 *
 * Reading for online filing: the subscription form, the service contract and an individual's declaration are
 * made by the portal and accepted there, so nothing is uploaded. An organisation's declaration must bear
 * signature and seal (R-NS-09): the portal makes the form, the applicant uploads it signed and sealed.
 * A notarised copy (R-NS-12) is also the copy of the same card that R-NS-02 asks for, so it takes its place.
 */
import type { RuleId } from '@/lib/kernel/result'
import { assumed, byRule } from '../param'
import type { DocumentRule, ZoneVersion } from '../policy'

type Kind = DocumentRule['kind']
type Need = DocumentRule['need']['value']

const PAPER: DocumentRule['when']['channel'] = ['counter', 'post']
const ONLINE: DocumentRule['when']['channel'] = ['online']
const register = { operation: 'register' } as const
const individual = { ...register, applicantKind: 'individual' } as const
const organisation = { ...register, applicantKind: 'organisation' } as const

export const VN_DOCUMENTS: DocumentRule[] = [
  ...byChannel('subscription-form', 'R-NS-02', register, { copies: 1 }),
  ...byChannel('service-contract', 'R-NS-02', register, { copies: 2 }),
  ...byChannel('registration-declaration', 'R-NS-11', individual, { copies: 1, original: true }),
  document('registration-declaration', 'R-NS-09', organisation, { copies: 1, original: true }),
  document('identity-card', 'R-NS-02', { ...individual, filing: 'self' }, { copies: 1 }),
  document(
    'notarised-identity-card',
    'R-NS-12',
    { ...individual, filing: 'delegate' },
    {
      copies: 1,
      notarised: true,
    },
  ),
  document(
    'power-of-attorney',
    'R-NS-12',
    { ...individual, filing: 'delegate' },
    {
      copies: 1,
      original: true,
    },
  ),
  document('delegate-identity-card', 'R-NS-12', { ...individual, filing: 'delegate' }, { copies: 1 }),
  document(
    'power-of-attorney',
    'R-NS-10',
    { ...organisation, filing: 'delegate' },
    {
      copies: 1,
      original: true,
    },
  ),
]

/** R-NS-10: an organisation authorises organisations only. R-NS-12: an individual sends a person. */
export const VN_DELEGATION: ZoneVersion['registry']['delegation'] = {
  individual: byRule(['individual'], 'R-NS-12'),
  organisation: byRule(['organisation'], 'R-NS-10'),
}

/** Only the registry's own address is known for sure. */
export const VN_TERMS: ZoneVersion['registry']['terms'] = {
  originalLanguage: byRule('vi', 'R-HO-11'),
  links: [{ kind: 'registry', url: assumed('https://vnnic.vn/', "the registry's public site") }],
}

function document(
  kind: Kind,
  rule: RuleId,
  when: DocumentRule['when'],
  need: Partial<Need> & { copies: number },
): DocumentRule {
  const full: Need = { notarised: false, original: false, providedBy: 'upload', ...need }
  return { kind, when, need: byRule(full, rule) }
}

/** A document that the portal makes and the applicant accepts online, and hands in on paper otherwise. */
function byChannel(
  kind: Kind,
  rule: RuleId,
  when: DocumentRule['when'],
  need: Partial<Need> & { copies: number },
): DocumentRule[] {
  return [
    document(kind, rule, { ...when, channel: ONLINE }, { ...need, providedBy: 'portal' }),
    document(kind, rule, { ...when, channel: PAPER }, need),
  ]
}
