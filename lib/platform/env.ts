/** The one place that reads the environment. A wrong value stops the start with its name and the fix. */
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65535)
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be postgresql://user:password@host:port/database',
})
const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address such as https://portal.example',
})
const SECRET = 'must have at least 32 characters: make one with `openssl rand -base64 33`'
const EPP_PASSWORD = 'must have at least 6 characters (RFC 5730)'
const ACTIONS_KEY = 'must be 32 bytes in base64: make them with `openssl rand -base64 32`'
const secret = z.string(SECRET).min(32, SECRET)

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: postgresUrl,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  APP_URL: httpUrl,
  AUTH_SECRET: secret,
  /** Read by Next itself; checked here, because a wrong one breaks every form only when it is sent. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .refine((key) => [16, 24, 32].includes(Buffer.from(key, 'base64').length), ACTIONS_KEY)
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SMTP_URL: z.url({
    protocol: /^smtps?$/,
    error: 'must be smtp://host:port or smtps://user:password@host:port',
  }),
  MAIL_FROM: z.email('must be a mail address').optional(),
  UPLOAD_MAX_BYTES: z.coerce.number().int().min(1024).max(100_000_000).default(10_000_000),
  EPP_HOST: z.string().min(1).default('localhost'),
  EPP_PORT: port.default(7700),
  EPP_CLIENT_ID: z.string().min(3).max(16).default('tenure'),
  EPP_PASSWORD: z.string(EPP_PASSWORD).min(6, EPP_PASSWORD),
  EPP_CA_FILE: z.string().min(1).optional(),
  SANDBOX_PAY_URL: httpUrl,
  SANDBOX_PAY_KEY: secret,
  SANDBOX_PAY_WEBHOOK_SECRET: secret,
  MAILBOX_URL: httpUrl.optional(),
  /** The registrar's own name servers, for names that are parked. */
  PARKING_NAME_SERVERS: z
    .string()
    .default('ns1.parking.tenure.example ns2.parking.tenure.example')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.length >= 2, 'must name at least two name servers'),
})

const DEMO_SENDER = 'portal@tenure.example'

/** What a demonstration may leave out, real customers may not. */
const schema = settings
  .superRefine((given, context) => {
    if (given.DEMO === '1' || given.NODE_ENV !== 'production') return
    if (given.MAIL_FROM === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['MAIL_FROM'],
        message: 'must be the address that mail is sent from',
      })
    }
  })
  .transform((given) => ({ ...given, MAIL_FROM: given.MAIL_FROM ?? DEMO_SENDER }))

export type Env = z.infer<typeof schema>

/** Reads an environment; throws one error that names every wrong variable and its fix. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.')
    return `  ${name}: ${given[name] === undefined ? 'is not set; ' : ''}${issue.message}`
  })
  throw new Error(`The environment is not usable:\n${wrong.join('\n')}`)
}

const kept = globalThis as { tenureEnv?: Env }

/** The environment of this process, read once. */
export function env(): Env {
  kept.tenureEnv ??= parseEnv(process.env)
  return kept.tenureEnv
}

/** Whether this installation holds demonstration data: its clock may be moved, its TOTP codes are shown. */
export function isDemo(): boolean {
  return env().DEMO === '1'
}
