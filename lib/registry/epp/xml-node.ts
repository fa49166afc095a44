/** XML on its way in: read by libxml2 into a plain tree, so that no document outlives the reading. */
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm'
import { NAMESPACES, type QName, splitName } from './namespaces'

export interface XmlNode {
  readonly ns: string
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** The element's own text, white space at both ends cut off. */
  readonly text: string
}

/** What came in is not an EPP document. */
export class UnreadableXml extends Error {}

const OPTIONS =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_NOERROR |
  ParseOption.XML_PARSE_NOWARNING

/**
 * The child of `<epp>` (`greeting`, `hello`, `command`, `response`). External entities and the network are
 * off and a document type is refused, before any content is looked at. Throws {@link UnreadableXml}.
 */
export function readEpp(frame: Uint8Array): XmlNode {
  const doc = parse(frame)
  try {
    if (doc.dtd !== null) throw new UnreadableXml('a document type is not allowed')
    const root = plain(doc.root)
    const content = root.children[0]
    if (root.ns !== NAMESPACES.epp || root.name !== 'epp' || content === undefined) {
      throw new UnreadableXml('not an EPP document')
    }
    return content
  } finally {
    doc.dispose()
  }
}

function parse(frame: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(frame, { option: OPTIONS })
  } catch (error) {
    throw new UnreadableXml('not well-formed XML', { cause: error })
  }
}

function plain(element: XmlElement): XmlNode {
  const children: XmlNode[] = []
  let text = ''
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) children.push(plain(node))
    else if (node instanceof XmlText || node instanceof XmlCData) text += node.content
  }
  const attrs = Object.fromEntries(element.attrs.map((attr) => [attr.name, attr.value]))
  return { ns: element.namespaceUri, name: element.name, attrs, children, text: text.trim() }
}

/** Whether a node has this qualified name. */
export function isNamed(node: XmlNode, name: QName): boolean {
  const { prefix, local } = splitName(name)
  return node.name === local && node.ns === NAMESPACES[prefix]
}

/** All direct children of that name. */
export function childrenOf(node: XmlNode | undefined, name: QName): readonly XmlNode[] {
  return node?.children.filter((child) => isNamed(child, name)) ?? []
}

/** The first direct child of that name. */
export function childOf(node: XmlNode | undefined, name: QName): XmlNode | undefined {
  return node?.children.find((child) => isNamed(child, name))
}

/** The text of the first child of that name; `undefined` when there is no such child. */
export function textOf(node: XmlNode | undefined, name: QName): string | undefined {
  return childOf(node, name)?.text
}

/** The instant written in the child of that name; `undefined` when absent or not a date. */
export function instantOf(node: XmlNode | undefined, name: QName): Date | undefined {
  const text = textOf(node, name)
  if (text === undefined) return undefined
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : at
}
