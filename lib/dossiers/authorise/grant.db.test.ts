import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authorisationView, grantedView } from '@/lib/domains/authorise/authorisation.query'
import { offersView } from '@/lib/domains/authorise/for-others.query'
import { nameFor, setNow } from '@/lib/domains/names-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { attachDocument } from '../documents/attach.command'
import { person, registrySays } from '../dossiers-under-test'
import {
  emailOf,
  grant,
  grantor,
  handInPaper,
  organisationName,
  told,
  withDossier,
} from './authorisations-under-test'
import { grantAuthorisation } from './grant.command'
import { grantView, othersWhoRenew } from './grant.query'

const NOW = localTime('2027-03-01', '10:00', 'Asia/Ho_Chi_Minh')
const DAYS = { fromDay: '2027-03-01', untilDay: '2027-12-31' }

let database: TestDatabase
let owner: UserActor
let contact: UserActor
beforeAll(async () => {
  database = await testDatabase()
  registrySays('free')
  owner = await grantor()
  contact = await person()
})
afterAll(() => database.drop())
beforeEach(() => setNow(database, NOW))

const refused = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } })

describe('R-VN-06 granting', () => {
  test('R-VN-06 in writing, for certain names and days; both sides are told', async () => {
    const names = [await organisationName(owner), await organisationName(owner)]
    const documentId = await handInPaper(owner, names[0]?.dossierId ?? '')
    const domainIds = names.map(({ id }) => id)
    const email = await emailOf(contact)
    const { authorisationId } = must(await grant(owner, { domainIds, documentId, email, ...DAYS }))
    const row = await db().renewalAuthorisation.findUniqueOrThrow({
      where: { id: authorisationId },
      include: { names: true },
    })
    expect(row).toMatchObject({ grantorId: owner.userId, documentId, contactId: null, ...DAYS })
    expect(row.names.map(({ domainId }) => domainId).sort()).toEqual([...domainIds].sort())
    expect(await told(authorisationId)).toEqual([
      `authorisation-offered ${await emailOf(contact)}`,
      `authorisation-granted ${await emailOf(owner)}`,
    ])
    expect((await offersView(contact))[0]).toMatchObject({ id: authorisationId, count: 2 })
    expect(await authorisationView(owner, authorisationId)).toMatchObject({
      part: 'grantor',
      state: 'offered',
    })
    expect(await authorisationView(contact, authorisationId)).toMatchObject({ part: 'contact' })
    expect(await authorisationView(await person(), authorisationId)).toBeNull()
    expect((await grantedView(owner)).items[0]).toMatchObject({ id: authorisationId })
    expect(await othersWhoRenew(owner, names[0]?.id ?? '')).toMatchObject([{ id: authorisationId }])
  })

  test('R-VN-06 somebody without an account gets a mail alone, in the grantor’s language', async () => {
    await db().user.update({ where: { id: owner.userId }, data: { locale: 'vi' } })
    const name = await organisationName(owner)
    const documentId = await handInPaper(owner, name.dossierId)
    const email = `New-${newId()}@Example.com`
    const wanted = { domainIds: [name.id], documentId, email, ...DAYS }
    const { authorisationId } = must(await grant(owner, wanted))
    const mail = await db().message.findFirstOrThrow({
      where: { subjectId: authorisationId, template: 'authorisation-offered' },
    })
    expect(mail).toMatchObject({ userId: null, address: email.toLowerCase(), locale: 'vi' })
    expect(mail.params).toMatchObject({ recipient: 'Lê Thị Hoa', path: `/authorisations/${authorisationId}` })
    await db().user.update({ where: { id: owner.userId }, data: { locale: 'en' } })
  })

  test('R-NS-12 not for an individual’s name, and its paper is not even taken', async () => {
    const [one, other] = [await organisationName(owner), await organisationName(owner)]
    const dossierId = await withDossier(owner, other.id, 'INDIVIDUAL')
    const documentId = await handInPaper(owner, one.dossierId)
    const wanted = { domainIds: [one.id, other.id], documentId, ...DAYS }
    const individual = refused('authorisation-individual', { rule: 'R-NS-12', field: 'domainIds' })
    expect(await grant(owner, wanted)).toMatchObject(individual)
    const paper = {
      ...{ dossierId, kind: 'renewal-authorisation', fileName: 'a.pdf', mediaType: 'application/pdf' },
      ...{ size: 9, sha256: 'b'.repeat(64), storageKey: newId() },
    }
    expect(await execute(attachDocument, paper, { actor: owner })).toMatchObject(
      refused('authorisation-individual', { rule: 'R-NS-12' }),
    )
    const view = await grantView(owner, [one.id, other.id])
    expect(view.names.map(({ id }) => id)).toEqual([one.id])
    expect(view.refused.map(({ name }) => name.id)).toEqual([other.id])
    expect(view.paper).toMatchObject({ id: documentId })
    expect(await othersWhoRenew(owner, other.id)).toBeNull()
  })

  test('R-VN-06 not for another’s name, a name with no dossier, or by another’s paper', async () => {
    const stranger = await grantor()
    const mine = await organisationName(owner)
    const theirs = await organisationName(stranger)
    const bare = await nameFor({ zone: 'vn', expiresAt: new Date('2028-01-01'), ownerId: owner.userId })
    const documentId = await handInPaper(owner, mine.dossierId)
    const theirPaper = await handInPaper(stranger, theirs.dossierId)
    const code = async (domainIds: string[], paper = documentId) => {
      const result = await grant(owner, { domainIds, documentId: paper, ...DAYS })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(await code([mine.id, theirs.id])).toBe('not-found')
    expect(await code([mine.id, newId()])).toBe('not-found')
    expect(await code([mine.id, bare])).toBe('authorisation-individual')
    expect(await code([mine.id], theirPaper)).toBe('authorisation-paper-missing')
    expect(await code([mine.id], newId())).toBe('authorisation-paper-missing')
    expect(await code([mine.id])).toBe('ok')
    expect(await code([mine.id])).toBe('authorisation-paper-missing')
  })

  test('DESIGN §9 only with a proof of who grants it', async () => {
    const name = await organisationName(owner)
    const { steppedUpAt: _unproven, ...weak } = owner
    const documentId = await handInPaper(owner, name.dossierId)
    const input = { domainIds: [name.id], documentId, contactName: 'Hoa', email: 'hoa@example.com', ...DAYS }
    expect(await execute(grantAuthorisation, input, { actor: weak })).toMatchObject(refused('step-up-needed'))
  })
})
