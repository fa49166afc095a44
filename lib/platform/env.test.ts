import { expect, test } from 'vitest'
import { parseEnv } from './env'

const GOOD = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://tenure:secret@localhost:5432/tenure',
  APP_URL: 'https://portal.example',
  AUTH_SECRET: 'a'.repeat(32),
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'registrar@portal.example',
  EPP_PASSWORD: 'secret-enough',
  SANDBOX_PAY_URL: 'http://localhost:4242',
  SANDBOX_PAY_KEY: 'b'.repeat(32),
  SANDBOX_PAY_WEBHOOK_SECRET: 'c'.repeat(32),
}

test('a whole environment is read, and its defaults are those of the README', () => {
  expect(parseEnv(GOOD)).toMatchObject({ DATABASE_POOL: 10, UPLOAD_MAX_BYTES: 10_000_000, DEMO: '0' })
})

test.each([
  ['DATABASE_URL', 'mysql://x', 'postgresql://'],
  ['APP_URL', 'portal.example', 'http or https address'],
  ['AUTH_SECRET', 'short', 'openssl rand'],
  ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'short', 'openssl rand -base64 32'],
  ['SMTP_URL', 'localhost', 'smtp://host:port'],
  ['DEMO', 'yes', 'must be 0 or 1'],
  ['PARKING_NAME_SERVERS', 'ns1.example.net', 'at least two'],
  ['MAIL_FROM', 'nobody', 'mail address'],
])('%s as "%s" stops the start with its name and the fix', (name, value, fix) => {
  expect(() => parseEnv({ ...GOOD, [name]: value })).toThrow(new RegExp(`${name}: .*${fix}`))
})

test('every wrong variable is named at once, a missing one as not set', () => {
  expect(() => parseEnv({ ...GOOD, AUTH_SECRET: undefined, DEMO: 'yes' })).toThrow(
    /AUTH_SECRET: is not set[\s\S]*DEMO: must be 0 or 1|DEMO: must be 0 or 1[\s\S]*AUTH_SECRET: is not set/,
  )
})

test('only a demonstration may leave out the sender of mail', () => {
  const silent = { ...GOOD, MAIL_FROM: undefined }
  expect(() => parseEnv(silent)).toThrow(/MAIL_FROM: is not set/)
  expect(parseEnv({ ...silent, DEMO: '1' }).MAIL_FROM).toMatch(/@tenure\.example$/)
})
