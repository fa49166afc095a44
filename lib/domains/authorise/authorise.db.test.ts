import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  emailOf,
  grant,
  grantor,
  handInPaper,
  organisationName,
  told,
} from '@/lib/dossiers/authorise/authorisations-under-test'
import { person, registrySays } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { setNow } from '../names-under-test'
import { acceptAuthorisation } from './accept.command'
import { authorisationView } from './authorisation.query'
import { giveUpAuthorisation, withdrawAuthorisation } from './end.command'
import { forOthersView, offersView } from './for-others.query'

const VN = 'Asia/Ho_Chi_Minh'
const NOW = localTime('2027-03-01', '10:00', VN)
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
const accept = (authorisationId: string, by = contact) =>
  execute(acceptAuthorisation, { authorisationId }, { actor: by })
const withdraw = (authorisationId: string, by = owner) =>
  execute(withdrawAuthorisation, { authorisationId }, { actor: by })
const giveUp = (authorisationId: string, by = contact) =>
  execute(giveUpAuthorisation, { authorisationId }, { actor: by })

/** An authorisation for new names of the owner's, offered to the contact. */
async function offered(days = DAYS) {
  const [one, two] = [await organisationName(owner), await organisationName(owner)]
  const documentId = await handInPaper(owner, one.dossierId)
  const wanted = { domainIds: [one.id, two.id], documentId, email: await emailOf(contact), ...days }
  const { authorisationId } = must(await grant(owner, wanted))
  return { authorisationId, names: [one, two], documentId }
}

describe('R-VN-06 accepting', () => {
  test('R-VN-06 by the user of the confirmed address alone, and the grantor is told', async () => {
    const { authorisationId } = await offered()
    expect(await accept(authorisationId, await person())).toMatchObject(refused('not-found'))
    expect(await accept(authorisationId, owner)).toMatchObject(refused('not-found'))
    expect(await accept(newId())).toMatchObject(refused('not-found'))
    await db().user.update({ where: { id: contact.userId }, data: { emailVerified: null } })
    expect(await accept(authorisationId)).toMatchObject(refused('email-not-confirmed'))
    expect(await authorisationView(contact, authorisationId)).toBe('unconfirmed')
    expect(await offersView(contact)).toEqual([])
    await db().user.update({ where: { id: contact.userId }, data: { emailVerified: NOW } })
    must(await accept(authorisationId))
    expect(await accept(authorisationId)).toMatchObject(refused('authorisation-accepted'))
    expect((await told(authorisationId)).slice(2)).toEqual([
      `authorisation-accepted ${await emailOf(owner)}`,
      `authorisation-begun ${await emailOf(contact)}`,
    ])
  })

  test('R-VN-06 two at once: one accepts, and everything is told once', async () => {
    const { authorisationId, names } = await offered()
    const results = await Promise.all([accept(authorisationId), accept(authorisationId)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject(refused('authorisation-accepted'))
    expect(await told(authorisationId)).toHaveLength(4)
    const { items } = await forOthersView(contact)
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(names.map(({ id }) => id)))
    expect(items[0]).toMatchObject({ barred: null, untilDay: DAYS.untilDay })
  })

  test('R-VN-06 not after its last day; one that begins later is told to wait', async () => {
    const late = await offered({ fromDay: '2027-03-01', untilDay: '2027-03-02' })
    const future = await offered({ fromDay: '2027-06-01', untilDay: '2027-12-31' })
    must(await accept(future.authorisationId))
    const row = (await forOthersView(contact)).items.find(({ id }) => id === future.names[0]?.id)
    expect(row).toMatchObject({ barred: 'renew-authorisation-not-begun' })
    await setNow(database, localTime('2027-03-03', '00:00', VN))
    expect(await accept(late.authorisationId)).toMatchObject(
      refused('authorisation-ended', { rule: 'R-VN-06' }),
    )
  })
})

describe('R-VN-06 ending', () => {
  test('R-VN-06 the grantor withdraws an accepted one; both sides are told, once', async () => {
    const { authorisationId, names } = await offered()
    must(await accept(authorisationId))
    expect(await withdraw(authorisationId, contact)).toMatchObject(refused('not-found'))
    expect(await withdraw(authorisationId, await person())).toMatchObject(refused('not-found'))
    must(await withdraw(authorisationId))
    expect(await withdraw(authorisationId)).toMatchObject(refused('authorisation-withdrawn'))
    expect(await giveUp(authorisationId)).toMatchObject(refused('authorisation-withdrawn'))
    expect((await told(authorisationId)).slice(4)).toEqual([
      `authorisation-withdrawn ${await emailOf(contact)}`,
      `authorisation-taken-back ${await emailOf(owner)}`,
    ])
    const ids = (await forOthersView(contact)).items.map(({ id }) => id)
    expect(ids).not.toContain(names[0]?.id)
    expect(await authorisationView(owner, authorisationId)).toMatchObject({ wasWithdrawn: true })
  })

  test('R-VN-06 an offer is declined, or withdrawn before anybody accepts', async () => {
    const declined = await offered()
    must(await giveUp(declined.authorisationId))
    expect(await accept(declined.authorisationId)).toMatchObject(refused('authorisation-withdrawn'))
    expect((await told(declined.authorisationId)).slice(2)).toEqual([
      `authorisation-gave-up ${await emailOf(contact)}`,
      `authorisation-given-up ${await emailOf(owner)}`,
    ])
    expect(await authorisationView(owner, declined.authorisationId)).toMatchObject({ wasWithdrawn: false })
    const withdrawn = await offered()
    must(await withdraw(withdrawn.authorisationId))
    expect(await accept(withdrawn.authorisationId)).toMatchObject(refused('authorisation-withdrawn'))
  })

  test('R-VN-06 the database itself keeps what was granted, accepted and withdrawn', async () => {
    const { authorisationId } = await offered()
    must(await accept(authorisationId))
    const change = (set: string) =>
      database.query(`UPDATE renewal_authorisation SET ${set} WHERE id = $1`, [authorisationId])
    await expect(change(`until_day = '2030-01-01'`)).rejects.toThrow('does not change')
    await expect(change('accepted_at = NULL, contact_id = NULL')).rejects.toThrow('accepted or withdrawn')
    await expect(change(`contact_id = '${newId()}'`)).rejects.toThrow('accepted or withdrawn')
    must(await withdraw(authorisationId))
    await expect(change('withdrawn_at = NULL, withdrawn_by = NULL')).rejects.toThrow('withdrawn already')
    await expect(database.query('DELETE FROM authorised_name')).rejects.toThrow('append-only')
    const copy = (days: string) =>
      database.query(
        `INSERT INTO renewal_authorisation (id, grantor_id, email, contact_name, from_day, until_day, document_id,
           granted_at) SELECT $2, grantor_id, email, contact_name, ${days}, $3, granted_at
         FROM renewal_authorisation WHERE id = $1`,
        [authorisationId, newId(), newId()],
      )
    await expect(copy(`'2027-03-01', '2037-03-02'`)).rejects.toThrow('authorisation_days')
    await expect(copy(`'2027-03-02', '2027-03-01'`)).rejects.toThrow('authorisation_days')
    await copy(`'2027-03-01', '2037-03-01'`)
  })
})
