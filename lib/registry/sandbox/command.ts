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

/** The name that a `domain:create` asks for; `undefined` for every other command. */
export function createdName(command: Command): string | undefined {
  const body = command.verb.name === 'create' ? command.verb.children[0] : undefined
  if (body === undefined || !isNamed(body, 'domain:create')) return undefined
  return textOf(body, 'domain:name')?.toLowerCase()
}
