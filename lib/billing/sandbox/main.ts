/** Entry of the sandbox payment provider's process: settings from the environment, events out as JSON lines. */
import { systemClock } from '@/lib/kernel/clock'
import { startSandboxPay } from './server'

const DEFAULT_PORT = 4242

function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set; set it and start again`)
  return value
}

function portSetting(): number {
  const text = process.env.SANDBOX_PAY_PORT ?? String(DEFAULT_PORT)
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`SANDBOX_PAY_PORT is ${text}; it is a port, 0 to 65535`)
  }
  return port
}

function log(event: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ at: systemClock.now(), source: 'sandbox-pay', ...event })}\n`)
}

async function main(): Promise<void> {
  const provider = await startSandboxPay({
    databaseUrl: setting('DATABASE_URL'),
    host: process.env.SANDBOX_PAY_HOST || '127.0.0.1',
    port: portSetting(),
    apiKey: setting('SANDBOX_PAY_KEY'),
    webhookSecret: setting('SANDBOX_PAY_WEBHOOK_SECRET'),
    webhookUrl: setting('SANDBOX_PAY_WEBHOOK_URL'),
    ...(process.env.SANDBOX_PAY_PUBLIC_URL && { publicUrl: process.env.SANDBOX_PAY_PUBLIC_URL }),
    log,
  })
  const stop = () => {
    provider.close().then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function fail(error: unknown): void {
  log({ event: 'stopped', cause: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}

main().catch(fail)
