import { childOf, isNamed, textOf, type XmlNode } from '../epp/xml-node'
import { CommandRefused } from './reply'

/** A `<command>` taken apart. */
export interface Command {
  readonly verb: XmlNode
  readonly extensions: readonly XmlNode[]
  readonly clTRID?: string
  /** The first object that it is about, for the log. */
  readonly object?: string
}

const CL_TRID = /^[^\s]{3,64}$/u

/** Refused 2001 when the element is no command, 2005 when its transaction id is malformed. */
export function readCommand(content: XmlNode): Command {
  const verb = content.children[0]
  if (!isNamed(content, 'epp:command') || verb === undefined) {
    throw new CommandRefused(2001, 'not a command')
  }
  const clTRID = textOf(content, 'epp:clTRID')
  if (clTRID !== undefined && !CL_TRID.test(clTRID)) throw new CommandRefused(2005, 'the clTRID is malformed')
  return {
    verb,
    extensions: childOf(content, 'epp:extension')?.children ?? [],
    clTRID,
    object: verb.children[0]?.children[0]?.text.slice(0, 255),
  }
}

/** Commands that faults can be prepared for. */
const FAULTY = ['domain:create', 'domain:renew', 'domain:update'] as const

/** The name that a command creates, renews or changes; `undefined` for every other command. */
export function changedName(command: Command): string | undefined {
  const body = command.verb.children[0]
  if (body === undefined || !FAULTY.some((name) => isNamed(body, name))) return undefined
  const isVerb = ['create', 'renew', 'update'].includes(command.verb.name)
  return isVerb ? textOf(body, 'domain:name')?.toLowerCase() : undefined
}
