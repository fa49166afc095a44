import type { QName } from '../epp/namespaces'
import { optionalTag, type Tag, tag, tags } from '../epp/xml-tag'
import type { Phone, Postal } from './contact-input'

export interface ContactRow {
  readonly id: string
  readonly roid: string
  readonly registrar_id: string
  readonly created_by: string
  readonly created_at: Date
  readonly updated_by: string | null
  readonly updated_at: Date | null
  readonly postal: readonly Postal[]
  readonly voice: Phone | null
  readonly fax: Phone | null
  readonly email: string
  readonly auth_hash: string | null
  readonly statuses: readonly string[]
}

/** `contact:infData`; `linked` stands beside `ok` (RFC 5733 §2.2). */
export function contactData(row: ContactRow, linked: boolean): Tag {
  const statuses = row.statuses.length === 0 ? ['ok'] : [...row.statuses]
  if (linked) statuses.push('linked')
  return tag('contact:infData', [
    tag('contact:id', row.id),
    tag('contact:roid', `C${row.roid}-VN`),
    ...statuses.map((status) => tag('contact:status', [], { s: status })),
    ...row.postal.map(postalTag),
    phoneTag('contact:voice', row.voice),
    phoneTag('contact:fax', row.fax),
    tag('contact:email', row.email),
    tag('contact:clID', row.registrar_id),
    tag('contact:crID', row.created_by),
    tag('contact:crDate', row.created_at.toISOString()),
    optionalTag('contact:upID', row.updated_by ?? undefined),
    optionalTag('contact:upDate', row.updated_at?.toISOString()),
  ])
}

function postalTag(form: Postal): Tag {
  const lines = tag('contact:addr', [
    ...tags('contact:street', form.street),
    tag('contact:city', form.city),
    optionalTag('contact:sp', form.sp),
    optionalTag('contact:pc', form.pc),
    tag('contact:cc', form.cc),
  ])
  const content = [tag('contact:name', form.name), optionalTag('contact:org', form.org), lines]
  return tag('contact:postalInfo', content, { type: form.type })
}

function phoneTag(name: QName, phone: Phone | null): Tag | undefined {
  if (phone === null) return undefined
  return tag(name, phone.number, phone.extension === undefined ? {} : { x: phone.extension })
}
