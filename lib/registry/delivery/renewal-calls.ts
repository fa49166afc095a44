/** Renewing a name, and restoring a deleted one: each may be sent again and is done once. */
import { addYears } from '@/lib/kernel/days'
import { businessNow } from '@/lib/platform/business-clock'
import type { DomainInfo, RegistryGateway } from '../gateway'
import type { Call, Sent } from './call'

interface Renewal {
  readonly name: string
  readonly years: number
  /** The expiry as the registry last told it, an ISO instant. */
  readonly from: string
}

/** The expiry that the client named is not the name's (RFC 5731 §3.2.3). */
const PARAMETER_POLICY = 2306
const STATUS_PROHIBITS = 2304
/** Registries count years in their own time zone, so 29 February may come out a day or two apart. */
const SAME_TERM_MS = 2 * 86_400_000

/**
 * RFC 5731 §3.2.3: the expiry known to us proves that a name is not renewed twice. Is another one there, the registry
 * is asked: that of our own renewal means that its answer was lost.
 */
export const domainRenew: Call = {
  async send(gateway, clTRID, payload) {
    const { name, years, from } = payload as Renewal
    const sent = await gateway.renewDomain(clTRID, { name, years, currentExpiry: new Date(from) })
    if (sent.kind !== 'refused' || sent.code !== PARAMETER_POLICY) return sent
    const asked = await askRenewal(gateway, payload as Renewal)
    return asked.kind === 'not-there' ? sent : asked
  },
  ask: (gateway, _clTRID, payload) => askRenewal(gateway, payload as Renewal),
}

async function askRenewal(gateway: RegistryGateway, { name, years, from }: Renewal): Promise<Sent> {
  const info = await gateway.infoDomain(name)
  if (info.kind !== 'done') return info
  const expiresAt = info.value.expiresAt
  const before = new Date(from)
  if (isNear(expiresAt, addYears(before, years, 'UTC'))) return { ...info, value: { expiresAt } }
  if (isNear(expiresAt, before)) return { kind: 'not-there' }
  return { kind: 'refused', code: PARAMETER_POLICY, message: 'the name has another expiry' }
}

function isNear(at: Date | undefined, wanted: Date): boolean {
  return at !== undefined && Math.abs(at.getTime() - wanted.getTime()) < SAME_TERM_MS
}

/**
 * RFC 3915 §4.2.5: asked for, then reported on, by what the registry says of the name now, so that it goes on where
 * it stopped. A name that is not deleted is left alone.
 */
export const domainRestore: Call = {
  async send(gateway, clTRID, payload) {
    const { name } = payload as { name: string }
    const info = await gateway.infoDomain(name)
    if (info.kind === 'unknown') return { kind: 'unsent', cause: info.cause }
    if (info.kind !== 'done') return info
    const { rgpStatuses } = info.value
    if (rgpStatuses.includes('pendingRestore')) return report(gateway, clTRID, info.value)
    if (!isDeleted(info.value)) return info
    if (!rgpStatuses.includes('redemptionPeriod')) return BEYOND_RECOVERY
    const requested = await gateway.restoreDomain(clTRID, { name })
    return requested.kind === 'done' ? report(gateway, clTRID, info.value) : requested
  },
  // Sent again, it looks first how far it came.
  ask: async () => ({ kind: 'not-there' }),
}

const BEYOND_RECOVERY = {
  kind: 'refused',
  code: STATUS_PROHIBITS,
  message: 'the name can no longer be restored',
} as const

function isDeleted({ rgpStatuses, statuses }: DomainInfo): boolean {
  return statuses.includes('pendingDelete') || rgpStatuses.length > 0
}

/** The report says that the data are as they were and that the registrant wanted the name back (RFC 3915 §4.2.5). */
async function report(gateway: RegistryGateway, clTRID: string, info: DomainInfo): Promise<Sent> {
  const restoredAt = await businessNow()
  const state = `${info.name} ${info.registrant ?? ''}`.trim()
  return gateway.restoreDomain(`${clTRID}-report`, {
    name: info.name,
    report: {
      before: state,
      after: state,
      deletedAt: info.updatedAt ?? restoredAt,
      restoredAt,
      reason: 'The registrant renewed the name within its redemption.',
      statements: [
        'The registrar has not restored the name for its own use or for the rights of a third party.',
      ],
    },
  })
}
