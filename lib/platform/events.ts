/** Events inside one transaction: what one module tells, another's handler follows at once or not at all. */
import type { Result } from '@/lib/kernel/result'
import type { UnitOfWork } from './unit-of-work'

/** The events that modules tell each other. */
export interface EventMap {
  /** An invoice has just been paid in full. Billing does not know what its subject is. */
  'invoice.paid': { invoiceId: string; subjectType: string; subjectId: string }
  /** A kept card was asked for an open invoice, and its issuer declined. */
  'charge.declined': { invoiceId: string; subjectType: string; subjectId: string }
  /** The registry created the name: it is the registrant's. */
  'domain.registered': { domainId: string; dossierId: string; nameUnicode: string; expiresAt: Date }
  /** The registry will not create the held name. */
  'domain.refused': { domainId: string; dossierId: string; reason: string }
}

type Handler<K extends keyof EventMap> = (uow: UnitOfWork, event: EventMap[K]) => Promise<Result<unknown>>

const kept = globalThis as { tenureHandlers?: Map<string, Handler<never>> }

/** Registers the one handler of an event; only wiring.ts calls this. */
export function handle<K extends keyof EventMap>(type: K, handler: Handler<K>): void {
  kept.tenureHandlers ??= new Map()
  kept.tenureHandlers.set(type, handler as Handler<never>)
}

/**
 * Tells an event inside the unit of work. A handler's refusal refuses the whole command. Throws when nobody
 * handles it: then wiring.ts was not loaded, and what must follow would silently not follow.
 */
export async function tell<K extends keyof EventMap>(
  uow: UnitOfWork,
  type: K,
  event: EventMap[K],
): Promise<Result<unknown>> {
  const handler = kept.tenureHandlers?.get(type) as Handler<K> | undefined
  if (!handler) throw new Error(`nobody handles ${type}: wiring.ts is not loaded`)
  return handler(uow, event)
}
