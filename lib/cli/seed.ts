/**
 * Loads the demonstration's accounts and its clock, once. With `--in-use` the clock begins in the past, and
 * `demonstration.ts` tells from there what happened until today.
 */
import { closeDb, db } from '@/lib/platform/db'
import { newId } from '@/lib/kernel/ids'
import { systemClock } from '@/lib/kernel/clock'
import { hashPassword } from '@/lib/people/password'
import { newTotpSecret } from '@/lib/people/totp.rule'
import { isDemo } from '@/lib/platform/env'
import { seal } from '@/lib/platform/seal'
import { writeProgress } from '@/lib/operations/demonstration.store'
import { STORY_DAYS } from './demo/story'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './stack/accounts'

const IN_USE = process.argv.includes('--in-use')
const DAY_MS = 86_400_000

async function main(): Promise<void> {
  if (!isDemo()) throw new Error('demonstration data is loaded only with DEMO=1')
  if (await db().installationFact.findUnique({ where: { key: 'demonstration' } })) return
  if (await db().user.findFirst()) {
    throw new Error(
      'this database holds data that is no demonstration: run it with `npm run web` and `npm run worker`',
    )
  }
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const now = systemClock.now()
  await db().$transaction(async (tx) => {
    for (const account of DEMO_ACCOUNTS) {
      const { email, name, locale, role } = account
      const staff = role === 'AGENT' || role === 'OPERATOR'
      await tx.user.create({
        data: {
          id: newId(),
          email,
          name,
          locale,
          passwordHash,
          emailVerified: now,
          createdAt: now,
          ...(role && { roles: { create: { role, grantedAt: now } } }),
          ...(staff && {
            totp: { create: { secret: seal('totp', newTotpSecret()), confirmedAt: now, lastStep: 0n } },
          }),
        },
      })
    }
    await tx.installationFact.create({
      data: { key: 'demonstration', value: { loadedAt: now.toISOString() } },
    })
    await tx.demoClock.create({ data: { id: 1, offsetMs: IN_USE ? BigInt(-STORY_DAYS * DAY_MS) : 0n } })
    if (IN_USE) await writeProgress(tx, { done: 0 })
  })
}

main()
  .then(() => closeDb())
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
