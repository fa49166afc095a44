/** What is wrong with a policy: a sentence in the log for who wrote its file, a refusal for who drafts a version. */
import { refuse, type Refused, type RefusalParams } from '@/lib/kernel/result'

export interface PolicyFault {
  /** The sentence in the catalogues, `refusals.<code>`. */
  readonly code: `policy-fault-${string}`
  readonly params: RefusalParams
  /** The same for the log. */
  readonly text: string
}

/** A policy that cannot be used. It stops the portal at its start, and refuses a draft. */
export class PolicyError extends Error {
  constructor(
    of: string,
    readonly faults: readonly PolicyFault[],
  ) {
    super(`${of} refused: ${faults.map(({ text }) => text).join('; ')}`)
  }
}

/** The first fault as a refusal: its author mends one after another. Throws when there is none. */
export function refuseFault([first]: readonly PolicyFault[]): Refused {
  if (!first) throw new Error('a policy without a fault was refused')
  return refuse(first.code, { params: first.params })
}
