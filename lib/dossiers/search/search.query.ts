/** The search: whether a name can be had, what it costs and asks for, before anybody signs up (R-HO-02). */
import type { RegistryAnswer } from '@/lib/domains/registry-port'
import type { Money } from '@/lib/kernel/money'
import { total } from '@/lib/kernel/money'
import { canonicalName } from '@/lib/kernel/names'
import { ok, type Refusal, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { takePoint } from '@/lib/platform/rate-limit'
import { decideAvailability, type Ground, groundOf } from '@/lib/policy/availability.rule'
import type { Opening } from '@/lib/policy/extension.query'
import { quoteRegistration } from '@/lib/policy/fees.rule'
import { type NameInZone, versionAt, zoneOf } from '@/lib/policy/resolver'
import { askRegistry, availabilityIn } from '../availability.query'
import { type Offer, offerOf } from './offer.query'

/** Extensions tried for a name typed without one; as many as one search may ask the registry for. */
export const MAIN_EXTENSIONS = [
  'vn',
  'com.vn',
  'net.vn',
  'id.vn',
  'com',
  'eu',
  'org',
  'hk',
  'dk',
  'ro',
] as const

const ANONYMOUS = { name: 'search', points: 60, seconds: 60 }

/** What is known of one name. `refusal` says why it is not free. */
export interface NameAnswer {
  readonly unicode: string
  readonly ascii: string
  readonly suffix: string
  readonly state: 'free' | Ground
  readonly refusal?: Refusal
  readonly opening: Opening
  /** All fees of the first year; missing where no price can be given. */
  readonly firstYear?: Money
}

/** What makes a name taken when it is the asker's own: their application, or the name that they hold. */
export type Own =
  | { readonly kind: 'application'; readonly dossierId: string }
  | { readonly kind: 'name'; readonly ascii: string }

/** Who searches, as far as it is known: a user, or the network address of a visitor. */
export interface Asker {
  readonly userId?: string
  readonly address?: string
}

export type SearchView =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'limited'; readonly refusal: Refusal }
  /** What was typed is no name that could be registered here. */
  | {
      readonly kind: 'refused'
      readonly ground: Ground
      readonly refusal: Refusal
      readonly others: readonly NameAnswer[]
    }
  | { readonly kind: 'free'; readonly answer: NameAnswer; readonly offer: Offer }
  | {
      readonly kind: 'taken'
      readonly answer: NameAnswer
      readonly others: readonly NameAnswer[]
      readonly own?: Own
    }
  | { readonly kind: 'many'; readonly label: string; readonly answers: readonly NameAnswer[] }

/**
 * The answer to what a person typed. A name without extension is tried under the main ones. A visitor's
 * searches are limited by network address (60 a minute).
 */
export async function searchView(typed: string, now: Date, asker: Asker = {}): Promise<SearchView> {
  if (typed.trim() === '') return { kind: 'nothing' }
  const allowed = asker.address === undefined ? ok() : await takePoint(ANONYMOUS, [asker.address])
  if (!allowed.ok) return { kind: 'limited', refusal: allowed.refusal }
  const name = canonicalName(typed)
  if (!name.ok) return { kind: 'refused', ground: groundOf(name.refusal), refusal: name.refusal, others: [] }
  const label = name.value.labels[0] ?? ''
  if (name.value.labels.length === 1) {
    return { kind: 'many', label: name.value.unicode, answers: await answersFor(label, now) }
  }
  const found = zoneOf(name.value)
  if (found.ok) return viewOfName(found.value, now, asker)
  const others = await instead(found.refusal, name.value.labels, now)
  return { kind: 'refused', ground: groundOf(found.refusal), refusal: found.refusal, others }
}

async function viewOfName(found: NameInZone, now: Date, { userId }: Asker): Promise<SearchView> {
  const answer = await answerFor(found, now)
  if (answer.state === 'free') return { kind: 'free', answer, offer: offerOf(found, now) }
  const others =
    answer.state === 'bad-syntax' || answer.state === 'unknown' ? [] : await answersFor(found.label, now)
  const own = userId && (await ownOf(answer.ascii, userId))
  return {
    kind: 'taken',
    answer,
    others: others.filter((other) => other.ascii !== answer.ascii),
    ...(own && { own }),
  }
}

async function ownOf(openName: string, userId: string): Promise<Own | undefined> {
  const name = await db().domain.findUnique({ where: { openName, ownerId: userId }, select: { id: true } })
  if (name) return { kind: 'name', ascii: openName }
  const claim = await db().nameClaim.findUnique({
    where: { openName, ownerId: userId },
    select: { dossierId: true },
  })
  return claim ? { kind: 'application', dossierId: claim.dossierId } : undefined
}

/** What could be meant by a name that lies under no extension of ours, or too deep under one. */
async function instead(
  refusal: Refusal,
  labels: readonly string[],
  now: Date,
): Promise<readonly NameAnswer[]> {
  if (refusal.code === 'zone-is-extension') return []
  if (refusal.code !== 'zone-too-deep') return answersFor(labels[0] ?? '', now)
  const depth = String(refusal.params?.extension).split('.').length
  const found = inZone(labels.slice(-depth - 1).join('.'))
  return found.ok ? [await answerFor(found.value, now)] : []
}

/** One label under the main extensions; extensions under which it cannot stand are left out. */
async function answersFor(label: string, now: Date): Promise<readonly NameAnswer[]> {
  const names = MAIN_EXTENSIONS.map((extension) => inZone(`${label}.${extension}`))
  return Promise.all(names.flatMap((found) => (found.ok ? [answerFor(found.value, now)] : [])))
}

function inZone(text: string): Result<NameInZone> {
  const name = canonicalName(text)
  return name.ok ? zoneOf(name.value) : name
}

async function answerFor(found: NameInZone, now: Date): Promise<NameAnswer> {
  const availability = await availabilityIn(db(), found, await registryAnswer(found))
  const quote = quoteRegistration(found, versionAt(found.zone, now), 1, now)
  const first = quote.ok ? quote.value[0] : undefined
  return {
    unicode: found.name.unicode,
    ascii: found.name.ascii,
    suffix: found.suffix.suffix,
    state: availability.ok ? 'free' : groundOf(availability.refusal),
    ...(!availability.ok && { refusal: availability.refusal }),
    opening: found.suffix.opening.value,
    ...(quote.ok &&
      first && {
        firstYear: total(
          quote.value.map((line) => line.amount),
          first.amount.currency,
        ),
      }),
  }
}

/** Asks the registry only for a name that the policy alone would let pass. */
async function registryAnswer(found: NameInZone): Promise<RegistryAnswer> {
  const byPolicy = decideAvailability({ found, registry: 'free', claimedByOther: false, inDispute: false })
  return byPolicy.ok ? askRegistry(found) : 'unknown'
}
