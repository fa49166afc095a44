/** What the name servers' form sends, as the command takes it. Pure. */
import { MAX_NAME_SERVERS } from '@/lib/domains/manage/manage.input'
import type { FieldRefusal, Refusal } from '@/lib/kernel/result'

type Values = Readonly<Record<string, string>>

/** The places of the form that hold a name server or an address, from 1. */
function filledPlaces(values: Values): number[] {
  const places = Array.from({ length: MAX_NAME_SERVERS }, (_, index) => index + 1)
  return places.filter((place) => values[`ns${place}`]?.trim() || values[`ns${place}.addresses`]?.trim())
}

/** The command's part of the form; places left empty are left out. */
export function readServers(values: Values) {
  const nameServers = filledPlaces(values).map((place) => ({
    name: (values[`ns${place}`] ?? '').trim().replace(/\.$/, ''),
    addresses: (values[`ns${place}.addresses`] ?? '').split(/[\s,;]+/).filter(Boolean),
  }))
  const parking = values.mode === 'parking'
  return { parking, nameServers: parking ? [] : nameServers }
}

/** A field of the command by the form's own name: `nameServers.1.name` is the second filled place. */
function fieldOf(field: string, places: readonly number[]): string {
  const [, index = '0', part = 'name'] = /^nameServers\.(\d+)\.(name|addresses)/.exec(field) ?? []
  if (!field.startsWith('nameServers')) return field
  const place = places[Number(index)] ?? Number(index) + 1
  return part === 'name' ? `ns${place}` : `ns${place}.addresses`
}

/** The same faults with the form's own field names. */
export function serverFields(faults: readonly FieldRefusal[], values: Values): readonly FieldRefusal[] {
  const places = filledPlaces(values)
  return faults.map((fault) => ({ ...fault, field: fieldOf(fault.field, places) }))
}

/** The same refusal with the form's own field names. */
export function refusedServers(refusal: Refusal, values: Values): Refusal {
  const { field, fields } = refusal
  return {
    ...refusal,
    ...(field && { field: fieldOf(field, filledPlaces(values)) }),
    ...(fields && { fields: serverFields(fields, values) }),
  }
}

/** What the form shows of the servers a name has. */
export function serverValues(servers: readonly { name: string; addresses: readonly string[] }[]): Values {
  const entries = servers.flatMap(({ name, addresses }, index) => [
    [`ns${index + 1}`, name],
    [`ns${index + 1}.addresses`, addresses.join(' ')],
  ])
  return { mode: 'own', ...(Object.fromEntries(entries) as Record<string, string>) }
}
