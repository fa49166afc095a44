import { type QName } from '../epp/namespaces'
import { childOf, isNamed, type XmlNode } from '../epp/xml-node'
import type { Db } from './database'
import { isHostName } from './names.rule'
import { CommandRefused, type Reply } from './reply'

/** A command as its handler sees it. */
export interface Context {
  readonly db: Db
  /** Business time, read once per command. */
  readonly now: Date
  /** Who is logged in. */
  readonly registrar: string
  /** Extension URIs that the client announced at login; others are not answered. */
  readonly announced: ReadonlySet<string>
  /** The object's element, such as `domain:create`. */
  readonly body: XmlNode
  /** `op` of a transfer or poll. */
  readonly op?: string
  readonly extensions: readonly XmlNode[]
}

export type Handler = (ctx: Context) => Promise<Reply>

/** The extension of that name, when the command carries it. */
export function extensionOf(ctx: Context, name: QName): XmlNode | undefined {
  return ctx.extensions.find((extension) => isNamed(extension, name))
}

/** The text of a child that must be there (2003). */
export function required(node: XmlNode | undefined, name: QName): string {
  const text = childOf(node, name)?.text
  if (text === undefined || text === '') throw new CommandRefused(2003, `${name} is missing`)
  return text
}

/** A host or domain name, in lower case (2003, 2005). */
export function requiredName(node: XmlNode | undefined, name: QName): string {
  return validName(required(node, name))
}

export function validName(text: string): string {
  const lower = text.toLowerCase()
  if (!isHostName(lower)) throw new CommandRefused(2005, `${lower.slice(0, 80)} is not a name`)
  return lower
}

/** Refuses a text that is not 3 to 16 printable ASCII characters (eppcom:clIDType). */
export function validId(text: string): string {
  if (!/^[\x21-\x7e]{3,16}$/.test(text)) throw new CommandRefused(2005, 'an id has 3 to 16 characters')
  return text
}

/** A term in years, 1 to 10 (2004, 2005); `fallback` when the command names none. */
export function yearsOf(node: XmlNode | undefined, fallback: number): number {
  const period = childOf(node, 'domain:period')
  if (period === undefined) return fallback
  if (!/^\d{1,2}$/.test(period.text)) throw new CommandRefused(2005, 'the period is not a number')
  if (period.attrs.unit !== 'y') throw new CommandRefused(2306, 'the period is counted in years')
  const years = Number(period.text)
  if (years < 1 || years > 10) throw new CommandRefused(2004, 'the period is 1 to 10 years')
  return years
}

/** An authorisation code given by the client; `undefined` when none or an empty one. */
export function authInfoOf(node: XmlNode | undefined, name: 'domain' | 'contact'): string | undefined {
  const secret = childOf(childOf(node, `${name}:authInfo`), `${name}:pw`)?.text
  return secret === '' ? undefined : secret
}
