/** How dates are written. Apart from the reckoning of days, so that a form in the browser need not load it. */

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a date of the calendar, written `YYYY-MM-DD`. */
export function isLegalDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
