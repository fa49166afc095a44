/**
 * The two clocks. Every other file is forbidden to ask the machine for the time.
 *
 * `system` is the machine's time: sessions, TOTP, certificates, rate limits, leases, retries.
 * `business` is the time that terms, slots, notices and invoices live by; demonstration mode can move it
 * forward, so its offset is read from the database once per unit of work (see platform/business-clock.ts).
 */
export interface Clock {
  /** The current instant, UTC. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** The system clock shifted by a number of milliseconds. */
export function shiftedClock(offsetMs: number, base: Clock = systemClock): Clock {
  return { now: () => new Date(base.now().getTime() + offsetMs) }
}
