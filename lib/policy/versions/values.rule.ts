/** Every value of a policy on a line of its own, with what it rests on: what lists and comparisons show. */
import { type Currency, isCurrency } from '@/lib/kernel/money'
import type { Grade, Param } from '../param'
import type { ZonePolicy, ZoneVersion } from '../policy'

/**
 * One value. `topic` says what it is about and `about` of what (a name class, a document, an extension …). A value
 * that is part of another's shape, such as the kind of life, has no source of its own.
 */
export interface PolicyValue {
  readonly topic: string
  readonly about: readonly string[]
  readonly value: unknown
  readonly currency?: Currency
  readonly source?: string
  readonly grade?: Grade
}

/** Parts of an entry of a list that say which entry it is. */
const IDENTIFYING = ['from', 'kind', 'when', 'currency', 'suffix', 'upTo']
/** Objects whose keys are chosen by the policy, not by the schema. */
const OPEN_KEYS = ['amounts', 'askedBy']

interface Place {
  readonly topic: readonly string[]
  readonly about: readonly string[]
  readonly currency?: Currency
}

/** The values of one version, in the order of the schema. */
export function valuesOf({ from, registry, registrar }: ZoneVersion): readonly PolicyValue[] {
  // The registrar may narrow these two; everything else stands in one layer only.
  const { periods, allotment, ...others } = registrar
  return [
    ...walk(from, { topic: ['from'], about: [] }),
    ...walk(registry, START),
    ...walk(
      { ...(periods && { ownPeriods: periods }), ...(allotment && { ownAllotment: allotment }) },
      START,
    ),
    ...walk(others, START),
  ]
}

const START: Place = { topic: [], about: [] }

/** The values of a zone that hold whatever the version, such as its extensions and how names are written. */
export function zoneValuesOf(zone: ZonePolicy): readonly PolicyValue[] {
  const { cutOver, processing, reception, nameSyntax, nameClasses, suffixes, reserved } = zone
  const parts = { cutOver, processing, reception, nameSyntax, nameClasses, suffixes, reserved }
  return walk(parts, START).filter((value) => value.grade !== undefined)
}

/** What tells two values apart within one version. */
export function valueKey({ topic, about }: Pick<PolicyValue, 'topic' | 'about'>): string {
  return [topic, ...about].join(' ')
}

/** One line of a comparison: the value in each version, undefined where a version has none. */
export interface ComparedValue {
  readonly topic: string
  readonly about: readonly string[]
  readonly values: readonly (PolicyValue | undefined)[]
  /** Whether the versions say different things; another source for the same value is a difference too. */
  readonly differs: boolean
}

/** All values of several versions side by side, without the day from which each holds. */
export function compareVersions(versions: readonly ZoneVersion[]): readonly ComparedValue[] {
  const columns = versions.map(
    (version) => new Map(valuesOf(version).map((value) => [valueKey(value), value] as const)),
  )
  const keys = new Map(columns.flatMap((column) => [...column]))
  return [...keys.values()]
    .filter(({ topic }) => topic !== 'from')
    .map(({ topic, about }) => {
      const values = columns.map((column) => column.get(valueKey({ topic, about })))
      return { topic, about, values, differs: new Set(values.map(contentOf)).size > 1 }
    })
}

function contentOf(value: PolicyValue | undefined): string {
  return value ? JSON.stringify([value.value, value.currency, value.source, value.grade]) : ''
}

function walk(node: unknown, place: Place): PolicyValue[] {
  if (isParam(node)) return [valueAt(place, node)]
  if (Array.isArray(node)) return node.flatMap((entry, index) => walkEntry(entry, index, place))
  if (typeof node !== 'object' || node === null) return [valueAt(place, { value: node })]
  return Object.entries(node).flatMap(([key, child]) => walk(child, inside(place, key)))
}

function walkEntry(entry: unknown, index: number, place: Place): PolicyValue[] {
  if (isParam(entry)) return walk(entry, { ...place, about: [...place.about, String(entry.value)] })
  if (typeof entry !== 'object' || entry === null) return walk(entry, inside(place, String(index)))
  const parts = Object.entries(entry)
  const { currency } = entry as { currency?: unknown }
  const within: Place = {
    ...place,
    about: [...place.about, ...parts.flatMap(([key, value]) => identity(key, value))],
    ...(typeof currency === 'string' && isCurrency(currency) && { currency }),
  }
  return parts
    .filter(([key]) => !IDENTIFYING.includes(key))
    .flatMap(([key, child]) => walk(child, inside(within, key)))
}

/** A document is one of its kind and conditions, a fee one of the table from a day. */
function identity(key: string, value: unknown): string[] {
  if (!IDENTIFYING.includes(key) || key === 'currency') return []
  if (key === 'upTo') return [`≤ ${String(value)}`]
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value)
    .filter(([part]) => part !== 'operation')
    .flatMap(([, part]) => part)
    .map(String)
}

function inside(place: Place, key: string): Place {
  const parent = place.topic.at(-1) ?? ''
  if (OPEN_KEYS.includes(parent)) return { ...place, about: [...place.about, key] }
  return { ...place, topic: [...place.topic, key] }
}

function valueAt({ topic, about, currency }: Place, node: Partial<Param<unknown>>): PolicyValue {
  const { value, source, grade } = node
  return {
    topic: topic.filter((part) => !UNTOLD.includes(part)).join('-'),
    about,
    value,
    ...(currency && { currency }),
    ...(source && grade && { source, grade }),
  }
}

/** Steps of the way to a value that tell a reader nothing. */
const UNTOLD = ['amounts', 'need', 'url', 'nameClass']

function isParam(node: unknown): node is Param<unknown> {
  return typeof node === 'object' && node !== null && 'value' in node && 'source' in node && 'grade' in node
}
