/** What the calls of the REST interface share: amounts, keys, bodies. */
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { HttpProblem, readBody } from './http'
import type { Service } from './service'

/** Whole minor units, as text. */
export const amount = z.string().regex(/^[1-9]\d{0,17}$/)
export const currency = z.string().regex(/^[A-Z]{3}$/)

/** What stands under a key, whoever put it there first; other parameters under a used key are refused. */
export async function storedUnder<Row extends { readonly request: unknown }>(
  service: Service,
  table: 'checkout' | 'payout' | 'charge',
  key: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<Row> {
  const { rows } = await service.pool.query<Row & { same: boolean }>(
    `select *, request = $2::jsonb as same from sandbox_pay.${table} where idempotency_key = $1`,
    [key, JSON.stringify(asked)],
  )
  const row = rows[0]
  if (!row?.same) throw new HttpProblem(409, 'idempotency-key-reused')
  return row
}

/** The call's idempotency key. */
export function keyOf(request: IncomingMessage): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key))
    throw new HttpProblem(400, 'idempotency-key-needed')
  return key
}

/** The body by its schema; anything else is 400. */
export async function parse<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const text = await readBody(request)
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new HttpProblem(400, 'request-invalid')
  }
}
