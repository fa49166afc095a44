/** What the address of the list of extensions says. */
import type { ExtensionWanted } from '@/lib/policy/extension.query'

export const NEEDS_CHOICES = ['documents', 'at-once'] as const
export const OPENING_CHOICES = ['open', 'organisations only', 'closed'] as const

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads the address; what it does not know is left out. */
export function readWanted(query: Query, registries: readonly string[]): ExtensionWanted & { text: string } {
  const one = <Choice extends string>(choices: readonly Choice[], value: unknown) =>
    choices.find((choice) => choice === value)
  const registry = one(registries, query.registry)
  const needs = one(NEEDS_CHOICES, query.needs)
  const opening = one(OPENING_CHOICES, query.opening)
  return {
    text: typeof query.filter === 'string' ? query.filter.trim().slice(0, 80) : '',
    ...(registry && { registry }),
    ...(needs && { needs }),
    ...(opening && { opening }),
  }
}

/** Whether something narrows the list. */
export function isNarrowed({ text, registry, needs, opening }: ExtensionWanted): boolean {
  return Boolean(text || registry || needs || opening)
}
