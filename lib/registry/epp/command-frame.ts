import type { DsRecord } from '../gateway'
import { EXTENSION_URIS, OBJECT_URIS, type QName } from './namespaces'
import { type Tag, tag, tags, writeEpp } from './xml-tag'

/** A command with its extensions, ready to be written. */
export interface Command {
  readonly verb: Tag
  readonly extensions?: readonly (Tag | undefined)[]
  /** An extension that is left out where the registry does not offer it (its URI). */
  readonly whenOffered?: { readonly uri: string; readonly extension: Tag }
}

/** A command around an object's own element, such as `create` around `domain:create`. */
export function objectCommand(
  verb: QName,
  object: Tag,
  extensions: readonly (Tag | undefined)[] = [],
): Command {
  return { verb: tag(verb, [object]), extensions }
}

const NOTHING_OFFERED: ReadonlySet<string> = new Set()

/** The XML of a command (RFC 5730 §2.5) for a registry that offers these URIs. Throws UnsendableText. */
export function writeCommand(command: Command, clTRID: string, offered = NOTHING_OFFERED): string {
  const { extensions: fixed = [], whenOffered } = command
  const optional = whenOffered !== undefined && offered.has(whenOffered.uri) ? [whenOffered.extension] : []
  const extensions = [...fixed, ...optional].filter((extension) => extension !== undefined)
  return writeEpp(
    tag('epp:command', [
      command.verb,
      extensions.length > 0 ? tag('epp:extension', extensions) : undefined,
      tag('epp:clTRID', clTRID),
    ]),
  )
}

export function writeHello(): string {
  return writeEpp(tag('epp:hello'))
}

interface Login {
  readonly clientId: string
  readonly password: string
  /** Object and extension URIs of the server's greeting; what we do not speak is not announced. */
  readonly offered: ReadonlySet<string>
}

/** RFC 5730 §2.9.1.1. */
export function loginCommand(login: Login): Command {
  const objects = OBJECT_URIS.filter((uri) => login.offered.has(uri))
  const extensions = EXTENSION_URIS.filter((uri) => login.offered.has(uri))
  return {
    verb: tag('epp:login', [
      tag('epp:clID', login.clientId),
      tag('epp:pw', login.password),
      tag('epp:options', [tag('epp:version', '1.0'), tag('epp:lang', 'en')]),
      tag('epp:svcs', [
        ...tags('epp:objURI', objects),
        extensions.length > 0 ? tag('epp:svcExtension', tags('epp:extURI', extensions)) : undefined,
      ]),
    ]),
  }
}

export function logoutCommand(): Command {
  return { verb: tag('epp:logout') }
}

/** RFC 5730 §2.9.2.3: the oldest message, or its acknowledgement. */
export function pollCommand(acknowledge?: string): Command {
  if (acknowledge === undefined) return { verb: tag('epp:poll', [], { op: 'req' }) }
  return { verb: tag('epp:poll', [], { op: 'ack', msgID: acknowledge }) }
}

/** DS records as `secDNS:dsData` (RFC 5910 §4.1). */
export function dsTags(records: readonly DsRecord[] | undefined): Tag[] {
  return (records ?? []).map((record) =>
    tag('secDNS:dsData', [
      tag('secDNS:keyTag', String(record.keyTag)),
      tag('secDNS:alg', String(record.algorithm)),
      tag('secDNS:digestType', String(record.digestType)),
      tag('secDNS:digest', record.digest),
    ]),
  )
}
