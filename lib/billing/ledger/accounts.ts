/**
 * The accounts of the ledger. A posting moves an amount from one to another; a balance is what came in minus
 * what went out, so what the registrar owes is positive and what it is owed is negative.
 */

/** What a customer owes: below zero by the total of the customer's open invoices. */
export const receivable = (userId: string) => `receivable:${userId}`
/** What a customer has paid and not used; never below zero. */
export const credit = (userId: string) => `credit:${userId}`
/** Invoiced for a subject and not earned yet. */
export const deferred = (subjectId: string) => `deferred:${subjectId}`
/** Earned. */
export const REVENUE = 'revenue'
/** Money that lies with a payment provider: below zero by that amount. */
export const clearing = (provider: string) => `clearing:${provider}`
/** On its way back to customers. */
export const payouts = (provider: string) => `payouts:${provider}`
/** Received without a known origin, to be attributed or returned (R-NS-31). */
export const unattributed = (provider: string) => `unattributed:${provider}`

const OWNED = /^(?:receivable|credit):(.+)$/

/** The user whose account it is; null for the registrar's own. */
export function ownerOf(code: string): string | null {
  return OWNED.exec(code)?.[1] ?? null
}
