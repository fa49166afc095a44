/** Who acts: a person, or a part of the portal itself. */
export type Role = 'RESELLER' | 'AGENT' | 'OPERATOR'

export interface UserActor {
  readonly kind: 'user'
  readonly userId: string
  readonly roles: readonly Role[]
  /** Network address of the request, for terms acceptances and rate limits. */
  readonly address: string
  /** Whether this session passed the second factor. */
  readonly secondFactor: boolean
  /** When this session last proved, by a second factor or a mailed code, who acts; system time. */
  readonly steppedUpAt?: Date
}

export interface VisitorActor {
  readonly kind: 'visitor'
  readonly address: string
}

/** The portal's own hands: due work, a registry's answer, a payment provider's word, the set-up of data. */
export interface SystemActor {
  readonly kind: 'clock' | 'registry' | 'provider' | 'setup'
}

export type Actor = UserActor | VisitorActor | SystemActor

/** A short name of the actor for histories: `user:<id>`, `clock` … Holds no personal data. */
export function actorName(actor: Actor): string {
  return actor.kind === 'user' ? `user:${actor.userId}` : actor.kind
}

/** The id of the user behind an action, if a person acts. */
export function actorUserId(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.userId : undefined
}

/** Whether a member of staff acts with this role, second factor passed. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === 'user' && actor.secondFactor && actor.roles.includes(role)
}
