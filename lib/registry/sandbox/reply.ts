/** What the sandbox registry answers. */
import { type Tag, tag, writeEpp } from '../epp/xml-tag'

/** Result codes of RFC 5730 §3, with their standard text. */
const MESSAGES = {
  1000: 'Command completed successfully',
  1001: 'Command completed successfully; action pending',
  1300: 'Command completed successfully; no messages',
  1301: 'Command completed successfully; ack to dequeue',
  1500: 'Command completed successfully; ending session',
  2000: 'Unknown command',
  2001: 'Command syntax error',
  2002: 'Command use error',
  2003: 'Required parameter missing',
  2004: 'Parameter value range error',
  2005: 'Parameter value syntax error',
  2100: 'Unimplemented protocol version',
  2101: 'Unimplemented command',
  2102: 'Unimplemented option',
  2103: 'Unimplemented extension',
  2105: 'Object is not eligible for renewal',
  2106: 'Object is not eligible for transfer',
  2200: 'Authentication error',
  2201: 'Authorization error',
  2202: 'Invalid authorization information',
  2300: 'Object pending transfer',
  2301: 'Object not pending transfer',
  2302: 'Object exists',
  2303: 'Object does not exist',
  2304: 'Object status prohibits operation',
  2305: 'Object association prohibits operation',
  2306: 'Parameter value policy error',
  2307: 'Unimplemented object service',
  2308: 'Data management policy violation',
  2400: 'Command failed',
  2500: 'Command failed; server closing connection',
  2501: 'Authentication error; server closing connection',
  2502: 'Session limit exceeded; server closing connection',
} as const

export type Code = keyof typeof MESSAGES

export interface Reply {
  readonly code: Code
  readonly reason?: string
  readonly data?: Tag
  readonly extensions?: readonly Tag[]
  readonly queue?: Tag
}

/**
 * A command that the registry refuses. Thrown so that its transaction is rolled back wherever it was; caught
 * in one place and answered with its code.
 */
export class CommandRefused extends Error {
  constructor(
    readonly code: Code,
    readonly reason: string,
  ) {
    super(reason)
  }
}

/** A plain success. */
export const DONE: Reply = { code: 1000 }

/** The response's XML (RFC 5730 §2.6). */
export function writeReply(reply: Reply, clTRID: string | undefined, svTRID: string): string {
  const { code, reason, data, extensions = [], queue } = reply
  const why =
    reason === undefined
      ? undefined
      : tag('epp:extValue', [tag('epp:value', [tag('epp:undef')]), tag('epp:reason', reason)])
  return writeEpp(
    tag('epp:response', [
      tag('epp:result', [tag('epp:msg', MESSAGES[code]), why], { code: String(code) }),
      queue,
      data === undefined ? undefined : tag('epp:resData', [data]),
      extensions.length > 0 ? tag('epp:extension', extensions) : undefined,
      tag('epp:trID', [
        clTRID === undefined ? undefined : tag('epp:clTRID', clTRID),
        tag('epp:svTRID', svTRID),
      ]),
    ]),
  )
}
