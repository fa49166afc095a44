import { addDays, endOfDay, legalDay } from '@/lib/kernel/days'

/** The registrar's choice: how many days an operator has to find out whose money it is. */
const DAYS_TO_ATTRIBUTE = 5

/** The time zone in which the registrar dates its books. */
const BOOKS_ZONE = 'Asia/Ho_Chi_Minh'

/**
 * When money of unknown origin goes back by itself (R-NS-31): at the midnight that ends the fifth day after it came,
 * unless an operator has attributed or returned it before.
 */
export function returnDueAt(receivedAt: Date): Date {
  return endOfDay(addDays(legalDay(receivedAt, BOOKS_ZONE), DAYS_TO_ATTRIBUTE), BOOKS_ZONE)
}
