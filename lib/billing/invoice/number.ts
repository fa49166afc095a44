/** Numbers without gaps: taken inside the transaction that uses them, so a rollback gives the number back. */
import { legalDay } from '@/lib/kernel/days'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

/** The registrar's own time zone: its legal year begins there. */
export const REGISTRAR_TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** The letter of each series: invoices and credit notes count apart, by legal year. */
const PREFIX = { invoice: 'T', 'credit-note': 'C' } as const

/** The next number, such as `T2026-000001`. Others who want one of the series wait for this transaction. */
export async function nextNumber(uow: UnitOfWork, of: keyof typeof PREFIX): Promise<string> {
  const series = `${PREFIX[of]}${legalDay(uow.now, REGISTRAR_TIME_ZONE).slice(0, 4)}`
  const rows = await uow.tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO number_series AS s (series, next) VALUES (${series}, 2)
    ON CONFLICT (series) DO UPDATE SET next = s.next + 1
    RETURNING next - 1 AS taken`
  return `${series}-${String(rows[0]?.taken).padStart(6, '0')}`
}
