import 'server-only'
import type { Refusal } from '@/lib/kernel/result'
import { type Limit, takePoint } from '@/lib/platform/rate-limit'
import { refusalText } from './refusal-text'
import { requestAddress } from './session'

const PER_ADDRESS: Limit = { name: 'api', points: 120, seconds: 60 }

const STATUS: Readonly<Record<string, number>> = { 'extension-unknown': 404, 'too-many-tries': 429 }

/** An answer of the partner API. */
export function apiResponse(body: unknown): Response {
  return Response.json(body, {
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}

/** A refusal as a problem (RFC 9457): the sentence, the field it concerns and the rule behind it. */
export async function apiProblem(refusal: Refusal): Promise<Response> {
  const status = STATUS[refusal.code] ?? 400
  const { message, rule, fields } = await refusalText(refusal, 'en')
  const body = {
    type: 'about:blank',
    title: message,
    status,
    code: refusal.code,
    ...(refusal.field && { field: refusal.field }),
    ...(rule && { rule: rule.id }),
    ...(Object.keys(fields).length > 0 && { fields }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 429 && { 'retry-after': '60' }),
    },
  })
}

/** The refusal of one question too many; undefined while the asker's address may go on (120 a minute). */
export async function apiLimit(): Promise<Response | undefined> {
  const allowed = await takePoint(PER_ADDRESS, [await requestAddress()])
  return allowed.ok ? undefined : apiProblem(allowed.refusal)
}

/** The parameters of an address, the first of each name. */
export function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.get(key) ?? '']))
}
