import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import {
  account,
  by,
  PASSWORD,
  proven,
  sessionOf,
  shownCode,
  templatesTo,
  withFactor,
} from './people-under-test'
import { recoveryCodeHash } from './recovery-code'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor.command'
import { signIn } from './sign-in.command'
import { stepUp } from './step-up.command'
import { enrolTotp, passSecondFactor } from './totp.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('setting up a second factor', () => {
  test('is a heavy act', async () => {
    const { actor } = await account()
    expect(await execute(beginSecondFactor, {}, by(actor))).toMatchObject({
      refusal: { code: 'step-up-needed' },
    })
  })

  test('the first right code confirms it, tells the user, and shows ten recovery codes once', async () => {
    const made = await withFactor()
    expect(new Set(made.codes).size).toBe(10)
    const stored = await db().recoveryCode.findMany({ where: { userId: made.actor.userId } })
    expect(stored.map((row) => row.codeHash).sort()).toEqual(made.codes.map(recoveryCodeHash).sort())
    expect(JSON.stringify(stored)).not.toContain(made.codes[0])
    expect(await sessionOf(made)).toMatchObject({
      secondFactorAt: expect.any(Date),
      steppedUpAt: expect.any(Date),
    })
    expect(await templatesTo(made)).toEqual(['second-factor-set'])
    expect(await execute(beginSecondFactor, {}, by(proven(made)))).toMatchObject({
      refusal: { code: 'second-factor-exists' },
    })
  })

  test('a wrong code and another’s session are refused, and nothing is set up', async () => {
    const [made, other] = [await account(), await account()]
    must(await execute(beginSecondFactor, {}, by(proven(made))))
    const { sessionId } = made
    expect(await execute(confirmSecondFactor, { sessionId, code: '000000' }, by(made.actor))).toMatchObject({
      refusal: { code: 'code-wrong' },
    })
    const foreign = { sessionId: other.sessionId, code: await shownCode(made) }
    expect(await execute(confirmSecondFactor, foreign, by(made.actor))).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const totp = await db().totpSecret.findUniqueOrThrow({ where: { userId: made.actor.userId } })
    expect(totp.confirmedAt).toBeNull()
  })

  test('the way of staff is closed to registrants: it asks for no proof', async () => {
    const made = await account()
    expect(await execute(enrolTotp, {}, by(made.actor))).toMatchObject({ refusal: { code: 'not-permitted' } })
    must(await execute(beginSecondFactor, {}, by(proven(made))))
    const input = { sessionId: made.sessionId, code: await shownCode(made) }
    expect(await execute(passSecondFactor, input, by(made.actor))).toMatchObject({
      refusal: { code: 'second-factor-missing' },
    })
  })
})

describe('signing in with a second factor', () => {
  const password = (email: string) =>
    execute(signIn, { email, password: PASSWORD }, { actor: { kind: 'visitor', address: email } })

  test('asks it of whoever has one; the code of the app passes, once', async () => {
    const made = await withFactor()
    const weak = must(await password(made.email))
    expect(weak.next).toBe('second-factor')
    const code = await shownCode(made)
    const passed = must(await execute(passSecondFactor, { sessionId: weak.sessionId, code }, by(made.actor)))
    const hours = (Date.parse(passed.expires) - systemClock.now().getTime()) / 3_600_000
    expect(hours).toBeGreaterThan(300)
    const again = must(await password(made.email))
    expect(
      await execute(passSecondFactor, { sessionId: again.sessionId, code }, by(made.actor)),
    ).toMatchObject({
      refusal: { code: 'code-wrong' },
    })
  })

  test('a recovery code passes in its place, once, and only its owner’s', async () => {
    const [made, other] = [await withFactor(), await withFactor()]
    const pass = async (code: string) =>
      execute(
        passSecondFactor,
        { sessionId: must(await password(made.email)).sessionId, code },
        by(made.actor),
      )
    expect(await pass(other.codes[0]!)).toMatchObject({ refusal: { code: 'code-wrong' } })
    must(await pass(made.codes[0]!.toLowerCase().replaceAll('-', ' ')))
    expect(await pass(made.codes[0]!)).toMatchObject({ refusal: { code: 'code-wrong' } })
    must(await pass(made.codes[1]!))
    expect(await db().recoveryCode.count({ where: { userId: made.actor.userId, usedAt: null } })).toBe(8)
  })

  test('eight uses of one recovery code at once: one passes', async () => {
    const made = await withFactor()
    const weak = await Promise.all(Array.from({ length: 8 }, () => password(made.email)))
    const all = await Promise.all(
      weak.map((session) =>
        execute(
          passSecondFactor,
          { sessionId: must(session).sessionId, code: made.codes[3]! },
          by(made.actor),
        ),
      ),
    )
    expect(all.filter((result) => result.ok)).toHaveLength(1)
  })
})

describe('changing the second factor', () => {
  test('new recovery codes make the earlier ones useless', async () => {
    const made = await withFactor()
    expect(await execute(renewRecoveryCodes, {}, by(made.actor))).toMatchObject({
      refusal: { code: 'step-up-needed' },
    })
    const { codes } = must(await execute(renewRecoveryCodes, {}, by(proven(made))))
    const use = (code: string) => execute(stepUp, { sessionId: made.sessionId, code }, by(made.actor))
    expect(await use(made.codes[0]!)).toMatchObject({ refusal: { code: 'code-wrong' } })
    must(await use(codes[0]!))
  })

  test('removing the second factor wants proof and password, and tells the user', async () => {
    const made = await withFactor()
    const remove = (actor: UserActor, password = PASSWORD) =>
      execute(removeSecondFactor, { password }, by(actor))
    expect(await remove(made.actor)).toMatchObject({ refusal: { code: 'step-up-needed' } })
    expect(await remove(proven(made), 'not the password')).toMatchObject({
      refusal: { code: 'password-wrong' },
    })
    must(await remove(proven(made)))
    const { userId } = made.actor
    expect(await db().totpSecret.count({ where: { userId } })).toBe(0)
    expect(await db().recoveryCode.count({ where: { userId } })).toBe(0)
    expect(await templatesTo(made)).toEqual(['second-factor-set', 'second-factor-removed'])
    expect(await sessionOf(made)).toMatchObject({ secondFactorAt: null, steppedUpAt: null })
    expect(await remove(proven(made))).toMatchObject({ refusal: { code: 'second-factor-missing' } })
  })

  test('staff keep their second factor', async () => {
    const made = await withFactor()
    const { userId } = made.actor
    await db().roleGrant.create({ data: { userId, role: 'AGENT', grantedAt: systemClock.now() } })
    expect(await execute(removeSecondFactor, { password: PASSWORD }, by(proven(made)))).toMatchObject({
      refusal: { code: 'second-factor-required' },
    })
  })
})
