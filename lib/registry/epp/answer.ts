/** What comes back: results, transaction ids, data (RFC 5730 §2.6). */
import { UnreadableXml, type XmlNode, childOf, childrenOf, isNamed, textOf } from './xml-node'
import { NAMESPACES } from './namespaces'

export interface Answer {
  readonly code: number
  readonly message: string
  readonly reason?: string
  readonly clTRID?: string
  readonly svTRID: string
  /** The first element of `resData`. */
  readonly data?: XmlNode
  readonly extensions: readonly XmlNode[]
  readonly queue?: XmlNode
}

/** Reads a `<response>`. Throws UnreadableXml when it is none. */
export function readAnswer(content: XmlNode): Answer {
  const result = childOf(content, 'epp:result')
  const code = Number(result?.attrs.code)
  if (!isNamed(content, 'epp:response') || !Number.isInteger(code)) throw new UnreadableXml('not a response')
  const trID = childOf(content, 'epp:trID')
  return {
    code,
    message: textOf(result, 'epp:msg') ?? '',
    reason: reasonOf(result),
    clTRID: textOf(trID, 'epp:clTRID'),
    svTRID: textOf(trID, 'epp:svTRID') ?? '',
    data: childOf(content, 'epp:resData')?.children[0],
    extensions: childOf(content, 'epp:extension')?.children ?? [],
    queue: childOf(content, 'epp:msgQ'),
  }
}

function reasonOf(result: XmlNode | undefined): string | undefined {
  const reasons = childrenOf(result, 'epp:extValue').map((value) => textOf(value, 'epp:reason'))
  const text = reasons.filter((reason) => reason !== undefined && reason !== '').join('; ')
  return text === '' ? undefined : text
}

/** Object and extension URIs that a greeting offers. Throws UnreadableXml when it is none. */
export function readGreeting(content: XmlNode): ReadonlySet<string> {
  if (!isNamed(content, 'epp:greeting')) throw new UnreadableXml('not a greeting')
  const menu = childOf(content, 'epp:svcMenu')
  const offered = [
    ...childrenOf(menu, 'epp:objURI'),
    ...childrenOf(childOf(menu, 'epp:svcExtension'), 'epp:extURI'),
  ]
  return new Set(offered.map((uri) => uri.text))
}

/** The data element of that name. Throws UnreadableXml when the answer lacks it. */
export function dataOf(answer: Answer, prefix: keyof typeof NAMESPACES, local: string): XmlNode {
  const { data } = answer
  if (data === undefined || data.name !== local || data.ns !== NAMESPACES[prefix]) {
    throw new UnreadableXml(`the answer lacks ${prefix}:${local}`)
  }
  return data
}
