/** What the provider's parts share. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'

export interface SandboxPayOptions {
  readonly databaseUrl: string
  readonly host: string
  /** 0 = any free one. */
  readonly port: number
  readonly apiKey: string
  readonly webhookSecret: string
  /** Where messages go. */
  readonly webhookUrl: string
  /** The address that payers see; by default that of the server. */
  readonly publicUrl?: string
  readonly log: (event: Readonly<Record<string, unknown>>) => void
}

export interface Service {
  readonly options: SandboxPayOptions
  readonly pool: Pool
  /** The address of the hosted pages, without a slash at the end. */
  readonly publicUrl: () => string
  /** Has waiting messages sent now rather than at the next round. */
  readonly wake: () => void
}

/** An id that cannot be guessed: 256 random bits. */
export function unguessableId(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}
