/** Who may do what: one pure matrix. Whose record it may be done to is checked where the record is read. */
import { type Actor, hasRole } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'

type Grant = (actor: Actor) => boolean

const user: Grant = (actor) => actor.kind === 'user'
const anyone: Grant = (actor) => actor.kind === 'user' || actor.kind === 'visitor'
const agent: Grant = (actor) => hasRole(actor, 'AGENT')
const operator: Grant = (actor) => hasRole(actor, 'OPERATOR')
const system =
  (kind: 'clock' | 'registry' | 'provider' | 'setup'): Grant =>
  (actor) =>
    actor.kind === kind

/** Every permission, and whom it is granted. */
const MATRIX = {
  'account.open': anyone,
  'account.use': user,
  'staff.second-factor': user,
  'staff.appoint': system('setup'),
  'dossier.apply': user,
  'dossier.review': agent,
  'dossier.lapse': system('clock'),
  'name.manage': user,
  'name.renew': user,
  'name.authorise': user,
  'name.charge': system('clock'),
  'name.allot': system('clock'),
  'name.sweep': system('clock'),
  'name.order': agent,
  'name.confirm-order': (actor) => agent(actor) || operator(actor),
  'name.carry-out': system('clock'),
  'registry.deliver': system('registry'),
  'invoice.pay': user,
  'credit.pay-out': user,
  'payment.receive': system('provider'),
  'payment.return-due': system('clock'),
  'exception.resolve': operator,
  'policy.draft': operator,
  'policy.publish': operator,
  'policy.apply': system('clock'),
  'clock.move': (actor) => operator(actor) || actor.kind === 'setup',
  'clock.advance': system('clock'),
  'message.deliver': system('clock'),
  'notice.decline': anyone,
  'installation.seed': system('setup'),
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof MATRIX

/** Whether the matrix grants a permission to an actor. */
export function grants(actor: Actor, permission: Permission): boolean {
  return MATRIX[permission](actor)
}

/** The check of one permission, as a command declares it. */
export function may(permission: Permission): (actor: Actor) => Result<unknown> {
  return (actor) => {
    if (grants(actor, permission)) return ok()
    return refuse(actor.kind === 'visitor' ? 'sign-in-needed' : 'not-permitted')
  }
}
