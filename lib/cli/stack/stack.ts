/** The whole portal on one machine: web, worker, sandbox registry, sandbox payment page and mailbox. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answersOk, Child, listens } from './child'
import type { Ports, Secrets } from './settings'

export interface StackOptions {
  readonly ports: Ports
  readonly dataDir: string
  readonly databaseUrl: string
  readonly secrets: Secrets
}

export type PartName = 'mailbox' | 'registry' | 'payment' | 'worker' | 'web'

export interface Stack {
  readonly urls: { readonly portal: string; readonly mailbox: string; readonly payment: string }
  /** The environment that the portal's own processes run with. */
  readonly env: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<PartName, Child>>
  stop(): Promise<void>
}

/** Starts everything and waits until it serves. What was started is stopped again when a part does not start. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const urls = {
    portal: `http://localhost:${options.ports.PORT}`,
    mailbox: `http://localhost:${options.ports.MAILBOX_PORT}`,
    payment: `http://localhost:${options.ports.SANDBOX_PAY_PORT}`,
  }
  const env = portalEnv(options, urls)
  const parts = partsOf(options, env, urls)
  const stop = async () => {
    await Promise.all(Object.values(parts).map((part) => part.stop()))
  }
  try {
    // The registry makes the certificates that web and worker read.
    const web = parts.web.start()
    await Promise.all([parts.mailbox.start(), parts.registry.start(), parts.payment.start()])
    await Promise.all([web, parts.worker.start()])
  } catch (error) {
    await stop()
    throw error
  }
  return { urls, env, parts, stop }
}

function portalEnv(
  { ports, dataDir, databaseUrl, secrets }: StackOptions,
  urls: Stack['urls'],
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    APP_URL: urls.portal,
    AUTH_URL: urls.portal,
    AUTH_SECRET: secrets.authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    DATA_DIR: dataDir,
    DEMO: '1',
    SMTP_URL: `smtp://127.0.0.1:${ports.SMTP_PORT}`,
    MAILBOX_URL: urls.mailbox,
    EPP_HOST: 'localhost',
    EPP_PORT: String(ports.EPP_PORT),
    EPP_CLIENT_ID: 'tenure',
    EPP_PASSWORD: secrets.eppPassword,
    EPP_CA_FILE: join(dataDir, 'certificates', 'ca.pem'),
    SANDBOX_PAY_URL: `http://127.0.0.1:${ports.SANDBOX_PAY_PORT}`,
    SANDBOX_PAY_KEY: secrets.payKey,
    SANDBOX_PAY_WEBHOOK_SECRET: secrets.webhookSecret,
  }
}

/** How a bundle is run as a part of this stack. */
type MakePart = (
  name: PartName,
  bundle: string,
  env: Readonly<Record<string, string>>,
  isReady: () => Promise<boolean>,
) => Child

function partsOf(options: StackOptions, env: Record<string, string>, urls: Stack['urls']): Stack['parts'] {
  const { ports, dataDir } = options
  const part: MakePart = (name, bundle, extra, isReady) =>
    new Child({
      name,
      file: resolve('dist', `${bundle}.js`),
      env: extra,
      logFile: join(dataDir, 'logs', `${name}.log`),
      isReady,
    })
  const mail = {
    SMTP_PORT: String(ports.SMTP_PORT),
    MAILBOX_PORT: String(ports.MAILBOX_PORT),
    MAIL_DIR: join(dataDir, 'mail'),
  }
  const web = { ...env, PORT: String(ports.PORT), HOSTNAME: '127.0.0.1' }
  return {
    mailbox: part(
      'mailbox',
      'mailbox',
      mail,
      async () => (await listens(ports.SMTP_PORT)) && answersOk(`${urls.mailbox}/email`),
    ),
    ...outsideParts(part, options, env.EPP_CA_FILE ?? '', urls),
    worker: part('worker', 'worker', env, async () => true),
    web: part('web', 'web', web, () => answersOk(`http://127.0.0.1:${ports.PORT}/api/health`)),
  }
}

/** The two that stand for the world outside: they share nothing with the portal but the server of their data. */
function outsideParts(
  part: MakePart,
  { ports, dataDir, databaseUrl, secrets }: StackOptions,
  caFile: string,
  urls: Stack['urls'],
): Pick<Stack['parts'], 'registry' | 'payment'> {
  const registry = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SANDBOX_REGISTRY_PORT: String(ports.EPP_PORT),
    SANDBOX_REGISTRY_PASSWORD: secrets.eppPassword,
  }
  const payment = {
    DATABASE_URL: databaseUrl,
    SANDBOX_PAY_PORT: String(ports.SANDBOX_PAY_PORT),
    SANDBOX_PAY_KEY: secrets.payKey,
    SANDBOX_PAY_WEBHOOK_SECRET: secrets.webhookSecret,
    SANDBOX_PAY_WEBHOOK_URL: `http://127.0.0.1:${ports.PORT}/api/payments/sandbox/webhook`,
    SANDBOX_PAY_PUBLIC_URL: urls.payment,
  }
  const isUp = async () => existsSync(caFile) && (await listens(ports.EPP_PORT))
  return {
    registry: part('registry', 'sandbox-registry', registry, isUp),
    payment: part('payment', 'sandbox-pay', payment, () => listens(ports.SANDBOX_PAY_PORT)),
  }
}
