/** Restoring a name, moving it to another registrar, and the messages that tell of it. */

/** Without a report the restore is asked for; with it, it is completed (RFC 3915 §4.2.5). */
export interface RestoreDomain {
  readonly name: string
  readonly report?: RestoreReport
}
export interface RestoreReport {
  readonly before: string
  readonly after: string
  readonly deletedAt: Date
  readonly restoredAt: Date
  readonly reason: string
  readonly statements: readonly [string] | readonly [string, string]
}

export type TransferOperation = 'request' | 'query' | 'approve' | 'reject' | 'cancel'
export interface TransferDomain {
  readonly name: string
  readonly operation: TransferOperation
  readonly authInfo?: string
  readonly years?: number
}
export interface TransferState {
  readonly name: string
  /** `pending`, `clientApproved`, `serverApproved` … (RFC 5730 §2.9.3.4). */
  readonly status: string
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly actsBy?: string
  readonly actsAt?: Date
  readonly expiresAt?: Date
}

export interface PollMessage {
  readonly id: string
  /** Messages that wait, this one included. */
  readonly count: number
  readonly queuedAt?: Date
  readonly text: string
  /** The transfer it tells of, when it tells of one. */
  readonly transfer?: TransferState
}
