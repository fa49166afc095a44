import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '@/lib/kernel/clock'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { changePassword } from './password.command'
import {
  account,
  by,
  mailedCode,
  PASSWORD,
  proven,
  sessionOf,
  shownCode,
  templatesTo,
  withFactor,
} from './people-under-test'
import { beginStepUp, stepUp } from './step-up.command'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('proving who acts', () => {
  test('without a second factor: by password and a mailed code, which works once', async () => {
    const made = await account()
    expect(must(await execute(beginStepUp, { again: false }, by(made.actor)))).toEqual({ way: 'mail' })
    must(await execute(beginStepUp, { again: false }, by(made.actor)))
    expect(await templatesTo(made)).toEqual(['step-up-code'])
    const code = await mailedCode(made)
    const prove = (input: object) =>
      execute(stepUp, { sessionId: made.sessionId, code, password: PASSWORD, ...input }, by(made.actor))
    expect(await prove({ password: 'another sentence' })).toMatchObject({
      refusal: { code: 'step-up-wrong' },
    })
    expect(await prove({ password: undefined })).toMatchObject({ refusal: { code: 'step-up-wrong' } })
    expect((await sessionOf(made)).steppedUpAt).toBeNull()
    must(await prove({}))
    expect((await sessionOf(made)).steppedUpAt).toBeInstanceOf(Date)
    expect(await prove({})).toMatchObject({ refusal: { code: 'step-up-wrong' } })
  })

  test('the code is not kept in clear, and an old one is worth nothing', async () => {
    const made = await account()
    must(await execute(beginStepUp, { again: false }, by(made.actor)))
    const code = await mailedCode(made)
    const [row] = await db().stepUpCode.findMany({ where: { userId: made.actor.userId } })
    expect(row?.codeHash).toMatch(/^\$argon2id\$/)
    await db().stepUpCode.update({ where: { id: row!.id }, data: { expiresAt: systemClock.now() } })
    const input = { sessionId: made.sessionId, code, password: PASSWORD }
    expect(await execute(stepUp, input, by(made.actor))).toMatchObject({ refusal: { code: 'step-up-wrong' } })
    must(await execute(beginStepUp, { again: false }, by(made.actor)))
    must(await execute(stepUp, { ...input, code: await mailedCode(made) }, by(made.actor)))
  })

  test('a new code makes the earlier one useless', async () => {
    const made = await account()
    must(await execute(beginStepUp, { again: false }, by(made.actor)))
    const first = await mailedCode(made)
    must(await execute(beginStepUp, { again: true }, by(made.actor)))
    const second = await mailedCode(made)
    const prove = (code: string) =>
      execute(stepUp, { sessionId: made.sessionId, code, password: PASSWORD }, by(made.actor))
    if (first !== second) expect(await prove(first)).toMatchObject({ refusal: { code: 'step-up-wrong' } })
    must(await prove(second))
  })

  test('five tries in ten minutes, right ones included', async () => {
    const made = await account()
    must(await execute(beginStepUp, { again: false }, by(made.actor)))
    const code = await mailedCode(made)
    const prove = (typed: string) =>
      execute(stepUp, { sessionId: made.sessionId, code: typed, password: PASSWORD }, by(made.actor))
    for (let count = 0; count < 5; count++) {
      expect(await prove(code === '111111' ? '222222' : '111111')).toMatchObject({ ok: false })
    }
    expect(await prove(code)).toMatchObject({ refusal: { code: 'too-many-tries' } })
  })

  test('with a second factor: by its code or a recovery code, never by mail', async () => {
    const made = await withFactor()
    expect(must(await execute(beginStepUp, { again: true }, by(made.actor)))).toEqual({
      way: 'second-factor',
    })
    expect(await templatesTo(made)).not.toContain('step-up-code')
    const { sessionId } = made
    must(await execute(stepUp, { sessionId, code: await shownCode(made) }, by(made.actor)))
    must(await execute(stepUp, { sessionId, code: made.codes[0]! }, by(made.actor)))
    expect(await execute(stepUp, { sessionId, code: made.codes[0]! }, by(made.actor))).toMatchObject({
      refusal: { code: 'code-wrong' },
    })
  })

  test('another’s session is not found', async () => {
    const [made, other] = [await withFactor(), await account()]
    const input = { sessionId: other.sessionId, code: await shownCode(made) }
    expect(await execute(stepUp, input, by(made.actor))).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

test('a new password wants the proof', async () => {
  const made = await account()
  const input = { current: PASSWORD, password: 'another sentence to remember', sessionId: made.sessionId }
  expect(await execute(changePassword, input, by(made.actor))).toMatchObject({
    refusal: { code: 'step-up-needed' },
  })
  must(await execute(changePassword, input, by(proven(made))))
})
