/** The clauses of the registration terms, in the order in which they are read. */
export const CLAUSES = [
  'subject',
  'accuracy',
  'rights',
  'indemnity',
  'contact-data',
  'order-and-allotment',
  'payment',
  'expiry',
  'registry-data',
  'language',
] as const
export type ClauseId = (typeof CLAUSES)[number]

export interface TermsClause {
  readonly heading: string
  readonly text: string
}

/** One language's text of one version. */
export interface TermsText {
  readonly title: string
  readonly clauses: Readonly<Record<ClauseId, TermsClause>>
}
