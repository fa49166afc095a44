import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { completeDraft, DECLARATION, file, freshName, person, registrySays } from '../dossiers-under-test'
import { withdrawDossier } from './follow.command'
import { queuePlace } from './receipt'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => registrySays('free'))

describe('filing', () => {
  test('R-NS-03 R-NS-05 R-NS-06 of 200 filings for one name at once, one takes the claim and 199 are refused', async () => {
    const name = freshName()
    const owners = await Promise.all(Array.from({ length: 200 }, () => person()))
    const drafts = await Promise.all(owners.map((owner) => completeDraft(owner, name)))
    const results = await Promise.all(drafts.map((draft, index) => file(owners[index]!, draft)))
    const won = results.filter((result) => result.ok)
    const codes = results.flatMap((result) =>
      result.ok ? [] : [`${result.refusal.code} ${result.refusal.rule}`],
    )
    expect(won).toHaveLength(1)
    expect(codes).toHaveLength(199)
    expect(new Set(codes)).toEqual(new Set(['availability-claimed R-NS-06']))
    expect(await db().nameClaim.count({ where: { openName: name } })).toBe(1)
    expect(await db().invoice.count()).toBe(await db().nameClaim.count())
  })

  test('R-NS-05 the receipt has a number, a time and the place in the queue', async () => {
    const owner = await person()
    const dossierId = await completeDraft(owner, freshName())
    const filed = must(await file(owner, dossierId))
    expect(filed.number).toMatch(/^D\d{6}-[0-9A-Z]{7}$/)
    const dossier = await db().dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: { claim: true },
    })
    expect(dossier.status).toBe('FILED')
    expect(dossier.claim?.takenAt).toEqual(dossier.filedAt)
    expect(dossier.claim?.dossierHash).toMatch(/^[0-9a-f]{64}$/)
    const waiting = await db().dossier.count({ where: { status: 'FILED' } })
    expect(await queuePlace(db(), dossier)).toBe(waiting)
  })

  test('R-NS-24 R-VN-08 the invoice asks the registration fee and the yearly fee of the years chosen', async () => {
    const owner = await person()
    const { invoiceId } = must(await file(owner, await completeDraft(owner, freshName('com.vn'))))
    const lines = await db().invoiceLine.findMany({ where: { invoiceId }, orderBy: { position: 'asc' } })
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['registration', 100_000n],
      ['maintenance', 500_000n],
    ])
  })

  test('R-HO-08 the acceptance is recorded with text version, language, time and address', async () => {
    const owner = await person()
    const dossierId = await completeDraft(owner, freshName())
    must(await file(owner, dossierId))
    const accepted = await db().termsAcceptance.findFirstOrThrow({ where: { dossierId } })
    expect(accepted).toMatchObject({ userId: owner.userId, locale: 'en', address: '192.0.2.7' })
    expect(accepted.textHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['exists', 'availability-exists', 'R-NS-06'],
    ['in-deletion', 'availability-in-deletion', 'R-NS-04'],
    ['reserved', 'availability-reserved', 'R-NS-03'],
    ['unknown', 'availability-unknown', 'R-NS-06'],
  ] as const)('R-NS-06 a name that is %s at the registry cannot be filed for', async (answer, code, rule) => {
    const owner = await person()
    const dossierId = await completeDraft(owner, freshName())
    registrySays(answer)
    const result = await file(owner, dossierId)
    expect(result).toMatchObject({ ok: false, refusal: { code, rule } })
    expect(await db().nameClaim.count({ where: { dossierId } })).toBe(0)
  })

  test('R-NS-04 a name in dispute cannot be filed for', async () => {
    const owner = await person()
    const name = freshName()
    await db().nameFact.create({ data: { nameAscii: name, kind: 'dispute', since: new Date('2026-01-01') } })
    const result = await file(owner, await completeDraft(owner, name))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'availability-in-dispute', rule: 'R-NS-04' } })
  })

  test('R-NS-07 a dossier that lacks something is refused with what it lacks, and nothing is claimed', async () => {
    const owner = await person()
    const { holder: _holder, ...rest } = DECLARATION
    const dossierId = await completeDraft(owner, freshName(), rest)
    const result = await file(owner, dossierId)
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'declaration-incomplete', rule: 'R-NS-07', params: { step: 'holder' } },
    })
    const unborn = { ...DECLARATION, holder: { ...DECLARATION.holder, birthDate: '2099-01-01' } }
    await db().dossier.update({ where: { id: dossierId }, data: { declaration: unborn } })
    expect(await file(owner, dossierId)).toMatchObject({
      refusal: { params: { step: 'holder' }, fields: [{ field: 'birthDate', code: 'date-in-future' }] },
    })
    await db().dossier.update({ where: { id: dossierId }, data: { declaration: DECLARATION } })
    await db().document.updateMany({ where: { dossierId }, data: { removedAt: new Date('2026-01-01') } })
    expect(await file(owner, dossierId)).toMatchObject({
      ok: false,
      refusal: { code: 'document-missing', params: { kind: 'identity-card' } },
    })
    expect(await db().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'DRAFT' })
  })

  test('another user’s dossier is not there, and an unconfirmed mail address bars filing', async () => {
    const [owner, other] = [await person(), await person()]
    const dossierId = await completeDraft(owner, freshName())
    expect(await file(other, dossierId)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    await db().user.update({ where: { id: owner.userId }, data: { emailVerified: null } })
    expect(await file(owner, dossierId)).toMatchObject({
      ok: false,
      refusal: { code: 'email-not-confirmed' },
    })
  })

  test('R-NS-03 a withdrawn application frees the name for the next at once', async () => {
    const [first, second] = [await person(), await person()]
    const name = freshName()
    const dossierId = await completeDraft(first, name)
    must(await file(first, dossierId))
    must(await execute(withdrawDossier, { dossierId }, { actor: first }))
    must(await file(second, await completeDraft(second, name)))
    const invoice = await db().invoice.findFirstOrThrow({ where: { subjectId: dossierId } })
    expect(invoice.status).toBe('CREDITED')
  })
})
