/** The log: JSON lines without personal data. */
import { pino } from 'pino'

const kept = globalThis as { tenureLog?: pino.Logger }

const PERSONAL = [
  'email',
  'address',
  'password',
  'name',
  'phone',
  'identityNumber',
  'token',
  'code',
  'cookie',
]

/** The process's logger. Personal fields are cut out at two levels, in case one slips into a record. */
export function log(): pino.Logger {
  kept.tenureLog ??= pino({
    level: process.env.LOG_LEVEL ?? 'info',
    redact: { paths: PERSONAL.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  return kept.tenureLog
}
