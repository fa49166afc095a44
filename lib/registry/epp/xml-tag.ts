/** XML on its way out: a plain tree of tags, written by libxml2 so that nothing is escaped by hand. */
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { NAMESPACES, type Prefix, type QName, splitName } from './namespaces'

export interface Tag {
  readonly name: QName
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly Tag[]
  readonly text: string
}

/** Text that XML cannot carry, or that its normalisation would change: a control character, half a pair. */
export class UnsendableText extends Error {}

const NOT_SENDABLE = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/u

/** A tag with a text or with children; absent children are left out, so that options read plainly. */
export function tag(
  name: QName,
  content: string | readonly (Tag | undefined)[] = [],
  attrs: Readonly<Record<string, string>> = {},
): Tag {
  if (typeof content === 'string') return { name, attrs, children: [], text: content }
  return { name, attrs, children: content.filter((child) => child !== undefined), text: '' }
}

/** One tag of the same name for each value. */
export function tags(name: QName, values: readonly string[] | undefined): Tag[] {
  return (values ?? []).map((value) => tag(name, value))
}

/** A tag for a value that may be absent. */
export function optionalTag(name: QName, value: string | undefined): Tag | undefined {
  return value === undefined ? undefined : tag(name, value)
}

/** The whole EPP document around `content`. Throws {@link UnsendableText}. */
export function writeEpp(content: Tag): string {
  const doc = XmlDocument.create()
  try {
    const root = doc.createRoot('epp', NAMESPACES.epp)
    for (const prefix of usedPrefixes(content)) root.addNsDeclaration(NAMESPACES[prefix], prefix)
    append(root, content)
    return doc.toString({ format: false })
  } finally {
    doc.dispose()
  }
}

function append(parent: XmlElement, content: Tag): void {
  const { prefix, local } = splitName(content.name)
  const element = prefix === 'epp' ? parent.addElement(local) : parent.addElement(local, prefix)
  for (const [name, value] of Object.entries(content.attrs)) element.setAttr(name, sendable(value))
  if (content.text !== '') element.addText(sendable(content.text))
  for (const child of content.children) append(element, child)
}

function sendable(text: string): string {
  if (NOT_SENDABLE.test(text)) throw new UnsendableText('the text holds a control character')
  return text
}

function usedPrefixes(content: Tag, found = new Set<Prefix>()): Set<Prefix> {
  const { prefix } = splitName(content.name)
  if (prefix !== 'epp') found.add(prefix)
  for (const child of content.children) usedPrefixes(child, found)
  return found
}
