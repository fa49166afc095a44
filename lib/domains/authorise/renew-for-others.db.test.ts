import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freeCredit } from '@/lib/billing/billing-under-test'
import { reserveCheckout } from '@/lib/billing/charge/reserve'
import { checkBooks } from '@/lib/billing/ledger/check'
import {
  emailOf,
  grant,
  grantor,
  handInPaper,
  withDossier,
} from '@/lib/dossiers/authorise/authorisations-under-test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { localTime } from '@/lib/kernel/days'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { nameView } from '../manage/name.query'
import { askRenewal } from '../renew/ask.command'
import { setAutoRenew } from '../renew/auto-renew.command'
import { renewManyView, renewView } from '../renew/renew-page.query'
import { renewalsOfName, renewalView } from '../renew/renewal.query'
import { ask, domainOf, itemOf, pay, RenewalsUnderTest, send } from '../renew/renewals-under-test'
import { acceptAuthorisation } from './accept.command'
import { withdrawAuthorisation } from './end.command'

const VN = 'Asia/Ho_Chi_Minh'
const NOW = localTime('2027-03-01', '10:00', VN)
const EXPIRY = localTime('2027-06-01', '16:30', VN)
const DAYS = { fromDay: '2027-03-01', untilDay: '2027-03-31' }
let under: RenewalsUnderTest

beforeAll(async () => {
  under = await RenewalsUnderTest.start()
  await under.setNow(NOW)
})
afterAll(async () => {
  expect(await checkBooks(db())).toEqual([])
  await under.stop()
})

/** Names of an organisation that the registry has too, and a contact who has accepted to renew them. */
async function authorised({ count = 1, zone = 'vn', contact }: Setting = {}) {
  const owner = await grantor()
  const by = contact ?? (await person())
  const names: { id: string; name: string }[] = []
  const dossiers: string[] = []
  for (let made = 0; made < count; made++) {
    const name = await under.name(owner, zone, EXPIRY)
    names.push(name)
    dossiers.push(await withDossier(owner, name.id))
  }
  const documentId = await handInPaper(owner, dossiers[0] ?? '')
  const email = await emailOf(by)
  const wanted = { domainIds: names.map(({ id }) => id), documentId, email, ...DAYS }
  const { authorisationId } = must(await grant(owner, wanted))
  must(await execute(acceptAuthorisation, { authorisationId }, { actor: by }))
  return { owner, contact: by, names, name: names[0] ?? { id: '', name: '' }, authorisationId }
}

interface Setting {
  count?: number
  zone?: string
  contact?: UserActor
}

const refusalOf = async (domainIds: readonly string[], actor: UserActor) => {
  const items = domainIds.map((domainId) => ({ domainId, years: 1 }))
  const asked = await execute(askRenewal, { items }, { actor })
  return asked.ok ? undefined : asked.refusal
}
const templatesTo = async ({ userId }: UserActor, like: string) =>
  (
    await db().message.findMany({ where: { userId, template: { contains: like } }, orderBy: { id: 'asc' } })
  ).map(({ template }) => template)

describe('R-VN-06 a contact renews', () => {
  test('R-VN-06 asks and pays; the renewal and its invoice are the registrant’s, who is told', async () => {
    const { owner, contact, name } = await authorised()
    const { id: renewalId, items } = await ask(contact, [{ domainId: name.id, years: 2 }])
    expect(await db().renewal.findUniqueOrThrow({ where: { id: renewalId } })).toMatchObject({
      ownerId: owner.userId,
      requestedBy: `user:${contact.userId}`,
    })
    const invoice = await db().invoice.findUniqueOrThrow({ where: { id: items[0]?.invoiceId ?? '' } })
    expect(invoice).toMatchObject({ customerId: owner.userId, status: 'ISSUED', total: 700_000n })
    expect(await renewalView(contact, renewalId)).toMatchObject({
      registrant: 'Nguyễn Văn Thử',
      barred: null,
    })
    expect(await renewalView(owner, renewalId)).toMatchObject({ registrant: null, askedBy: 'Nguyễn Văn Thử' })
    expect(await renewalView(await person(), renewalId)).toBeNull()
    await pay(contact, items)
    await send(name.id)
    expect((await domainOf(name.id)).expiresAt).toEqual(localTime('2029-06-01', '16:30', VN))
    expect(await templatesTo(owner, 'renew')).toEqual([
      'renewal-asked-by-contact',
      'renewal-paid-by-contact',
      'name-renewed',
    ])
    expect(await templatesTo(contact, 'renew')).toEqual(['renewed-for-other'])
  })

  test('R-VN-06 sees nothing else of the name, and changes nothing else', async () => {
    const { owner, contact, name } = await authorised()
    await ask(owner, [{ domainId: name.id, years: 1 }])
    await db().domain.update({
      where: { id: name.id },
      data: { autoRenew: 'CREDIT', nextChargeAt: new Date('2027-05-01') },
    })
    expect(await nameView(contact.userId, name.name)).toBeNull()
    expect(await renewalsOfName(contact, name.id)).toEqual([])
    expect(await renewView(contact, name.name)).toMatchObject({
      ...{ registrant: 'Nguyễn Văn Thử', autoRenew: 'OFF', nextChargeAt: null },
    })
    const change = { domainId: name.id, autoRenew: 'OFF' }
    expect(await execute(setAutoRenew, change, { actor: contact })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })

  test('R-VN-06 pays only what they asked for, and keeps no card of theirs for the owner', async () => {
    const { owner, contact, name } = await authorised()
    const own = await ask(owner, [{ domainId: name.id, years: 1 }])
    const ownInvoice = own.items[0]?.invoiceId ?? ''
    expect(await reserveCheckout(contact, [ownInvoice])).toMatchObject({ refusal: { code: 'not-found' } })
    const { items, id } = await ask(contact, [{ domainId: name.id, years: 1 }])
    const invoiceId = items[0]?.invoiceId ?? ''
    const theirs = must(await reserveCheckout(contact, [invoiceId]))
    expect(theirs.payerId).toBe(contact.userId)
    await db().checkout.update({
      where: { id: theirs.id },
      data: { status: 'OPEN', url: 'http://127.0.0.1/1' },
    })
    expect((await renewalView(contact, id))?.toPay?.url).toBe('http://127.0.0.1/1')
    expect((await renewalView(owner, id))?.toPay?.url).toBeNull()
    expect(must(await reserveCheckout(owner, [invoiceId]))).toMatchObject({ payerId: null })
  })

  test('R-VN-06 the registrant’s credit pays first, at once where it covers the whole', async () => {
    const { owner, contact, names } = await authorised({ count: 2 })
    const [one, two] = names.map(({ id }) => id)
    const { items } = await ask(owner, [{ domainId: one ?? '', years: 1 }])
    await pay(owner, items)
    await under.fault(names[0]?.name ?? '', 'refuse')
    await send(one ?? '')
    expect(await freeCredit(owner)).toBe(350_000n)
    const again = await ask(contact, [{ domainId: two ?? '', years: 1 }])
    expect(await itemOf(again.items[0]?.id ?? '')).toMatchObject({ state: 'SENT' })
    expect(await freeCredit(owner)).toBe(0n)
    expect(await freeCredit(contact)).toBe(0n)
  })
})

describe('R-VN-06 who may not', () => {
  test('R-VN-06 a stranger, and a contact for other names: as good as not there', async () => {
    const { owner, contact, name } = await authorised()
    const other = await under.name(owner, 'vn', EXPIRY)
    expect(await refusalOf([name.id], await person())).toEqual({ code: 'not-found' })
    expect(await refusalOf([other.id], contact)).toEqual({ code: 'not-found' })
    expect(await refusalOf([name.id, other.id], contact)).toEqual({ code: 'not-found' })
    expect(await renewView(contact, other.name)).toBeNull()
    const chosen = new Map([name.id, other.id].map((id) => [id, 1]))
    const { groups } = await renewManyView(contact, chosen)
    expect(groups.flatMap((group) => group.names.map((entry) => entry.name.id))).toEqual([name.id])
  })

  test('R-VN-06 names of several registrants at once; each registrant’s go by themselves', async () => {
    const contact = await person()
    const one = await authorised({ contact })
    const two = await authorised({ contact })
    const ids = [one.name.id, two.name.id]
    expect(await refusalOf(ids, contact)).toMatchObject({ code: 'renew-owners', rule: 'R-VN-06' })
    const { groups } = await renewManyView(contact, new Map(ids.map((id) => [id, 1])))
    expect(groups).toHaveLength(2)
    for (const id of ids) expect(await refusalOf([id], contact)).toBeUndefined()
    const invoices = await db().invoice.findMany({
      where: { customerId: { in: [one.owner.userId, two.owner.userId] }, status: 'ISSUED' },
    })
    const reserved = await reserveCheckout(
      contact,
      invoices.map(({ id }) => id),
    )
    expect(reserved).toMatchObject({ refusal: { code: 'invoice-customers' } })
  })

  test('R-VN-06 many names of one registrant go together, with one payment', async () => {
    const { owner, contact, names } = await authorised({ count: 3 })
    const { items } = await ask(
      contact,
      names.map(({ id }) => ({ domainId: id, years: 1 })),
    )
    await pay(contact, items)
    expect(await db().payment.count({ where: { customerId: owner.userId } })).toBe(1)
    expect(await templatesTo(owner, 'asked-by-contact')).toHaveLength(1)
    expect(await templatesTo(owner, 'paid-by-contact')).toHaveLength(3)
  })

  test('R-VN-06 after a withdrawal: told why, what they asked for stays seen, but is not theirs to pay', async () => {
    const { owner, contact, name, authorisationId } = await authorised()
    const { id: renewalId, items } = await ask(contact, [{ domainId: name.id, years: 1 }])
    must(await execute(withdrawAuthorisation, { authorisationId }, { actor: owner }))
    const withdrawn = { code: 'renew-authorisation-withdrawn', rule: 'R-VN-06', params: { name: name.name } }
    expect(await refusalOf([name.id], contact)).toMatchObject(withdrawn)
    expect(await renewView(contact, name.name)).toMatchObject({
      refusal: withdrawn,
      choices: [],
      expiresAt: null,
    })
    expect(await renewalView(contact, renewalId)).toMatchObject({ barred: withdrawn, toPay: null })
    expect(await reserveCheckout(contact, [items[0]?.invoiceId ?? ''])).toMatchObject({ refusal: withdrawn })
    must(await reserveCheckout(owner, [items[0]?.invoiceId ?? '']))
  })

  test('R-VN-06 after its last day in the zone: told that it has ended', async () => {
    const { contact, name } = await authorised()
    await under.setNow(localTime('2027-03-31', '23:59', VN))
    expect(await refusalOf([name.id], contact)).toBeUndefined()
    await under.setNow(localTime('2027-04-01', '00:00', VN))
    expect(await refusalOf([name.id], contact)).toMatchObject({
      code: 'renew-authorisation-ended',
      rule: 'R-VN-06',
    })
    await under.setNow(NOW)
  })
})
