import { NextResponse } from 'next/server'
import { receiveWebhook } from '@/lib/billing/receive/webhook'
import '@/lib/wiring'

const MAX_BYTES = 64_000

/** The sandbox payment provider's word on payments; verified by its signature, stored before it is answered. */
export async function POST(request: Request) {
  const body = await request.text()
  if (body.length > MAX_BYTES) return NextResponse.json({ error: 'too large' }, { status: 413 })
  const received = await receiveWebhook(body, request.headers)
  if (received.ok) return NextResponse.json({ received: true })
  const status = received.refusal.code === 'webhook-signature' ? 401 : 400
  return NextResponse.json({ error: received.refusal.code }, { status })
}
