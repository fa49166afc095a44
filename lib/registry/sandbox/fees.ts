/** Fees of the registry (RFC 8748): told with a check, agreed to with a create or renew. */
import { NAMESPACES } from '../epp/namespaces'
import { CURRENCIES, type Currency } from '@/lib/kernel/money'
import { childOf, childrenOf, textOf, type XmlNode } from '../epp/xml-node'
import { type Tag, tag } from '../epp/xml-tag'
import { type Context, extensionOf, yearsOf } from './context'
import { yearlyFee, type ZoneFees } from './names.rule'
import { CommandRefused } from './reply'

/** An amount as it is written on the wire: VND has no minor unit. */
function written(minor: bigint, currency: Currency): string {
  const digits = CURRENCIES[currency]
  if (digits === 0) return String(minor)
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The fee of a term; refused 2004 when the client agreed to another (RFC 8748 §5.2.1). */
export function agreedFee(
  ctx: Context,
  operation: 'create' | 'renew',
  name: string,
  zone: ZoneFees,
  years: number,
): Tag[] {
  const fee = yearlyFee(name, zone) * BigInt(years)
  const agreed = extensionOf(ctx, `fee:${operation}`)
  if (agreed === undefined) return []
  const shown = written(fee, zone.currency)
  const currency = textOf(agreed, 'fee:currency') ?? zone.currency
  const amounts = childrenOf(agreed, 'fee:fee').map((amount) => Number(amount.text))
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (currency !== zone.currency || sum !== Number(shown)) {
    throw new CommandRefused(2004, `the fee is ${shown} ${zone.currency}`)
  }
  const result = operation === 'create' ? 'fee:creData' : 'fee:renData'
  return [tag(result, [tag('fee:currency', zone.currency), tag('fee:fee', shown)])]
}

/** Answers `fee:check` for each name; `zones` holds those that lie in a zone of ours. */
export function feeCheck(ctx: Context, zones: ReadonlyMap<string, ZoneFees | undefined>): Tag[] {
  const asked = extensionOf(ctx, 'fee:check')
  if (asked === undefined || !ctx.announced.has(NAMESPACES.fee)) return []
  const zonesAsked = [...zones.values()].flatMap((zone) => zone ?? [])
  const currency = textOf(asked, 'fee:currency') ?? zonesAsked[0]?.currency ?? 'VND'
  const entries = [...zones].map(([name, zone]) => {
    const objID = tag('fee:objID', name)
    if (zone === undefined || currency !== zone.currency) {
      return tag('fee:cd', [objID, tag('fee:reason', 'no fee for this name')], { avail: '0' })
    }
    const commands = childrenOf(asked, 'fee:command').map((command) => commandFee(command, name, zone))
    return tag('fee:cd', [objID, ...commands], { avail: '1' })
  })
  return [tag('fee:chkData', [tag('fee:currency', currency), ...entries])]
}

function commandFee(command: XmlNode, name: string, zone: ZoneFees): Tag {
  const operation = command.attrs.name ?? ''
  const years = yearsOf({ ...command, children: periodsAsDomain(command) }, 1)
  const yearly = operation === 'create' || operation === 'renew' || operation === 'transfer'
  const fee = yearly ? yearlyFee(name, zone) * BigInt(years) : 0n
  const period = tag('fee:period', String(years), { unit: 'y' })
  return tag('fee:command', [yearly ? period : undefined, tag('fee:fee', written(fee, zone.currency))], {
    name: operation,
    standard: '1',
  })
}

/** `fee:period` has the type and meaning of `domain:period`. */
function periodsAsDomain(command: XmlNode): XmlNode[] {
  const period = childOf(command, 'fee:period')
  return period === undefined ? [] : [{ ...period, ns: NAMESPACES.domain }]
}
