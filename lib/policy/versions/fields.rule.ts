/** The values of a version that are changed most, as fields of a form: text in, text out. Pure. */
import { CURRENCIES, type Currency } from '@/lib/kernel/money'
import { ok, refuse, type Result } from '@/lib/kernel/result'
import { FEE_KINDS } from '../fees.rule'
import type { Param } from '../param'
import type { ZoneVersion } from '../policy'

export const FIELD_TOPICS = ['life', 'periods', 'allotment', 'notices', 'fees'] as const
export type FieldTopic = (typeof FIELD_TOPICS)[number]

/** One field. `name` is the way to the value: the parameter's path, and after `#` a part of its value. */
export interface VersionField {
  readonly name: string
  readonly kind: 'count' | 'counts' | 'time' | 'flag' | 'amount'
  readonly value: string
  readonly currency?: Currency
}

/** Makes a parameter of a value that was changed: what it rests on is the same for all of one form. */
export type Basis = <T>(value: T) => Param<T>

type Node = { [key: string]: unknown }

const LIFE_DAYS = [
  'graceDays',
  'redemptionDays',
  'pendingDeleteDays',
  'renewableDays',
  'payByDays',
  'releaseWithinDays',
]

/** The fields of a topic with what the version says now. */
export function fieldsOf(version: ZoneVersion, topic: FieldTopic): readonly VersionField[] {
  if (topic === 'fees') return feeFields(version)
  const fields = {
    life: [
      ...LIFE_DAYS.map((days) => ['count', `registry.lifeAfterExpiry.${days}`] as const),
      ['flag', 'registry.suspensionAtExpiry'] as const,
    ],
    periods: ['registerMin', 'registerMax', 'renewMin', 'renewMax'].map(
      (part) => ['count', `registry.periods#${part}`] as const,
    ),
    allotment: [['count', 'registry.allotment#hours'] as const, ['flag', 'registry.allotment#slot'] as const],
    notices: [
      ['counts', 'registrar.notices.beforeExpiry'] as const,
      ['counts', 'registrar.notices.beforeLastDay'] as const,
      ['time', 'registrar.notices.at'] as const,
      ['count', 'registrar.autoRenewal#noticeDays'] as const,
      ['counts', 'registrar.autoRenewal#chargeDays'] as const,
    ],
  }[topic]
  return fields.flatMap(([kind, name]) => {
    const value = valueAt(version, name)
    return value === undefined ? [] : [{ name, kind, value: textOf(value) }]
  })
}

/** The amounts of the tables in force last, which are those that a version changes. */
function feeFields(version: ZoneVersion): VersionField[] {
  return FEE_KINDS.flatMap((fee) => {
    const table = version.registry.fees[fee].at(-1)
    if (!table) return []
    const { currency } = table
    return Object.entries(table.amounts).map(([nameClass, amount]) => ({
      ...{ name: `registry.fees.${fee}.${nameClass}`, kind: 'amount' as const, currency },
      value: typedAmount(amount.value, currency),
    }))
  })
}

/**
 * The version with what was typed in the fields of a topic. Only what differs gets the new basis; changed fees are a
 * table from the version's own day on, so that no fee changes before it. Refuses `policy-value-invalid`.
 */
export function withFields(
  version: ZoneVersion,
  topic: FieldTopic,
  typed: Readonly<Record<string, string>>,
  basis: Basis,
): Result<ZoneVersion> {
  const changed = structuredClone(version)
  for (const field of fieldsOf(version, topic)) {
    const text = typed[field.name]?.trim()
    if (text === undefined || text === field.value) continue
    const value = readText(field, text)
    if (value === undefined) {
      const code = 'policy-value-invalid'
      return refuse(code, { field: field.name, fields: [{ field: field.name, code }] })
    }
    if (topic === 'fees') setFee(changed, field.name, Number(value), basis)
    else setValue(changed, field.name, value, basis)
  }
  return ok(changed)
}

function setFee(version: ZoneVersion, name: string, amount: number, basis: Basis): void {
  const [, , fee = '', nameClass = ''] = name.split('.')
  const kind = FEE_KINDS.find((entry) => entry === fee)
  const tables = kind ? version.registry.fees[kind] : []
  const last = tables.at(-1)
  if (!last) return
  if (last.from !== version.from.value) tables.push({ ...structuredClone(last), from: version.from.value })
  const own = tables.at(-1)
  if (own) own.amounts[nameClass] = basis(amount)
}

function setValue(version: ZoneVersion, name: string, value: unknown, basis: Basis): void {
  const [path = '', part] = name.split('#')
  const keys = path.split('.')
  const parent = keys.slice(0, -1).reduce((node, key) => node[key] as Node, version as unknown as Node)
  const last = keys.at(-1) ?? ''
  const before = (parent[last] as Param<unknown>).value
  parent[last] = basis(part ? { ...(before as Node), [part]: value } : value)
}

function valueAt(version: ZoneVersion, name: string): unknown {
  const [path = '', part] = name.split('#')
  const node = path
    .split('.')
    .reduce<Node | undefined>((at, key) => at?.[key] as Node | undefined, version as unknown as Node)
  const value = (node as Param<unknown> | undefined)?.value
  return part ? (value as Node | undefined)?.[part] : value
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What a text means; undefined when it cannot be read. */
function readText({ kind, currency }: VersionField, text: string): unknown {
  if (kind === 'count') return /^\d{1,4}$/.test(text) ? Number(text) : undefined
  if (kind === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined
  if (kind === 'flag') return ['yes', 'no'].includes(text) ? text === 'yes' : undefined
  if (kind === 'amount') return currency && readAmount(text, currency)
  return /^\d{1,4}([\s,]+\d{1,4})*$/.test(text) ? text.split(/[\s,]+/).map(Number) : undefined
}

/** Minor units as a plain decimal: 1100 in USD is `11.00`. */
function typedAmount(minor: number, currency: Currency): string {
  const places = CURRENCIES[currency]
  if (places === 0) return String(minor)
  const digits = String(minor).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function readAmount(text: string, currency: Currency): number | undefined {
  const places = CURRENCIES[currency]
  const parts = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!parts || (places === 0 && parts[2])) return undefined
  return Number((parts[1] ?? '') + (parts[2] ?? '').padEnd(places, '0'))
}
