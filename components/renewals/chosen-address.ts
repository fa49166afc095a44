/** Chosen names in an address and in a form: `id=<name>` or `id=<name>.<years>`, many of them. Pure. */
import { isId } from '@/lib/kernel/ids'

export type Chosen = ReadonlyMap<string, number | undefined>

/** The names of an address, each once, with their years where they are told. */
export function readChosen(parameter: string | readonly string[] | undefined): Chosen {
  const given = parameter === undefined ? [] : typeof parameter === 'string' ? [parameter] : parameter
  const chosen = new Map<string, number | undefined>()
  for (const text of given) {
    const [id = '', years = ''] = text.split('.')
    if (isId(id)) chosen.set(id, /^\d{1,2}$/.test(years) ? Number(years) : undefined)
  }
  return chosen
}

/** The address of the page that renews many names. */
export function chosenHref(path: string, chosen: Chosen): string {
  const query = [...chosen].map(([id, years]) => `id=${years === undefined ? id : `${id}.${years}`}`)
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** What a form of many names says: the years of each name, or one number for all. */
export function readYears(values: Readonly<Record<string, string>>): Chosen {
  const all = Number(values.all) || undefined
  const entries = Object.entries(values).flatMap(([key, value]) => {
    const id = key.startsWith('years.') ? key.slice('years.'.length) : ''
    return isId(id) ? [[id, all ?? Number(value)] as const] : []
  })
  return new Map(entries)
}

/** Whether both mean the same names with the same years. */
export function isSameChoice(one: Chosen, other: Chosen): boolean {
  return one.size === other.size && [...one].every(([id, years]) => other.get(id) === years)
}
