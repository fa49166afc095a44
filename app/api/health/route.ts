import { NextResponse } from 'next/server'
import { db } from '@/lib/platform/db'

export const dynamic = 'force-dynamic'

/** Whether this process serves and reaches its database. */
export async function GET() {
  try {
    await db().$queryRaw`SELECT 1`
    return NextResponse.json({ status: 'ok' })
  } catch {
    return NextResponse.json({ status: 'database unreachable' }, { status: 503 })
  }
}
