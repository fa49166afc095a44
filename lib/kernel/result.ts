/**
 * Outcomes of decisions and commands. A refusal is a value that a person will read; a bug throws.
 */

/** Id of a rule of the source documents, such as `R-NS-08`. */
export type RuleId = `R-${string}`

/** What a refusal's sentence may be filled with; instants are ISO strings, money `{minor, currency}` as text. */
export type RefusalParams = Readonly<Record<string, string | number>>

/**
 * Why something was refused. `code` names the sentence in the catalogue (`refusals.<code>`), which also says
 * what to do next; `rule` the rule behind it; `field` the input that it concerns.
 */
export interface Refusal {
  readonly code: string
  readonly rule?: RuleId
  readonly field?: string
  readonly params?: RefusalParams
  /** Refusals of single fields, when the input did not parse. */
  readonly fields?: readonly FieldRefusal[]
}

export interface FieldRefusal {
  readonly field: string
  readonly code: string
  readonly params?: RefusalParams
}

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}
export type Result<T> = Ok<T> | Refused

export function ok(): Ok<undefined>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

/** Makes a refusal; see {@link Refusal} for what the parts mean. */
export function refuse(code: string, detail: Omit<Refusal, 'code'> = {}): Refused {
  return { ok: false, refusal: { code, ...detail } }
}

/** The value, or a thrown error where a refusal would be a bug (tests, seeds). */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
}
