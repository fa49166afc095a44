/** Other changes of a version, as JSON: a merge patch (RFC 7396) in which a bare value may stand for a parameter. */
import type { ZoneVersion } from '../policy'
import type { Basis } from './fields.rule'

type Node = { [key: string]: unknown }

/**
 * The version with a patch merged in; `null` takes a value away, a list replaces a list. A bare value in the place of
 * a parameter gets the basis. The result is not checked: that is `parseVersion`'s.
 */
export function withPatch(version: ZoneVersion, patch: Readonly<Node>, basis: Basis): unknown {
  return merged(version, patch, basis)
}

function merged(target: unknown, patch: unknown, basis: Basis): unknown {
  const isParam = isNode(target) && 'value' in target && 'grade' in target
  if (isParam && !(isNode(patch) && 'value' in patch)) return patch === null ? undefined : basis(patch)
  if (!isNode(patch)) return patch
  const result: Node = isNode(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value, basis)
  }
  return result
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
