/** What a registrant changes of a registered name: name servers and contacts, here and at the registry. */
import { expect, type Page } from '@playwright/test'
import { person } from '@/lib/dossiers/dossiers-under-test'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { db } from '@/lib/platform/db'
import { expectAccessible } from '../../accessible'
import { signedIn } from '../../people'
import { test } from '../../portal'
import { registeredName } from '../../security/scene'

/** Wants the newest command of a kind to come back from the registry as done. */
async function expectDone(page: Page, name: string, kind: string): Promise<void> {
  const panel = page.getByRole('table', { name: 'Words with the registry' })
  await expect(async () => {
    await page.goto(`/en/names/${name}`)
    await expect(panel.getByRole('row', { name: kind }).first()).toContainText('Done', { timeout: 500 })
  }).toPass()
}

async function rdapServers(page: Page, name: string): Promise<string[]> {
  const answer = await page.request.get(`/rdap/domain/${name}`)
  const body = (await answer.json()) as { nameservers: { ldhName: string }[] }
  return body.nameservers.map((server) => server.ldhName)
}

async function openServers(page: Page, name: string): Promise<void> {
  await page.goto(`/en/names/${name}`)
  await page.getByRole('link', { name: 'Change', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Name servers')
}

async function fillServers(page: Page, servers: readonly (readonly [string, string])[]): Promise<void> {
  for (const [index, [host, addresses]] of servers.entries()) {
    await page.getByLabel(new RegExp(`^Name server ${index + 1}`)).fill(host)
    await page.getByLabel(new RegExp(`^IP addresses of name server ${index + 1}`)).fill(addresses)
  }
}

const send = (page: Page) => page.getByRole('button', { name: 'Change and send to the registry' }).click()

test('name servers and a contact are changed, at the registry too', async ({ page, context, portal }) => {
  test.setTimeout(240_000)
  const owner = await signedIn(portal, context)
  const { name } = await registeredName(owner, await person('AGENT'))

  await test.step('a server under the name needs its address', async () => {
    await openServers(page, name)
    await expectAccessible(page)
    await page.getByRole('radio', { name: /My own name servers/ }).check()
    await fillServers(page, [
      [`ns1.${name}`, ''],
      ['ns2.example.net', ''],
    ])
    await send(page)
    await expect(
      page.getByText('A name server under the name itself needs its IP address.').first(),
    ).toBeVisible()
    await expectAccessible(page)
    await expect(page.getByLabel(/^Name server 1/)).toHaveValue(`ns1.${name}`)
  })
  await test.step('an address that is none, and one server only, are refused', async () => {
    await fillServers(page, [
      [`ns1.${name}`, 'three'],
      ['ns2.example.net', ''],
    ])
    await send(page)
    await expect(page.getByText('Type IP addresses such as').first()).toBeVisible()
    await fillServers(page, [
      ['ns2.example.net', ''],
      ['ns2.example.net', ''],
    ])
    await send(page)
    await expect(page.getByText('Give at least two different name servers').first()).toBeVisible()
  })
  await test.step('with its address it is taken, and the registry carries it out', async () => {
    await fillServers(page, [
      [`ns1.${name}`, '192.0.2.53 2001:db8::53'],
      ['ns2.example.net', ''],
    ])
    await send(page)
    await expect(page).toHaveURL(new RegExp(`/en/names/${name}$`))
    await expect(page.getByText('192.0.2.53, 2001:db8::53')).toBeVisible()
    await expectDone(page, name, 'Change name servers')
    await expectAccessible(page)
    expect(await rdapServers(page, name)).toEqual([`ns1.${name}`, 'ns2.example.net'])
    await page.goto(`/en/lookup?name=${name}`)
    await expect(page.getByText(`ns1.${name}`)).toBeVisible()
  })
  await test.step('a contact is changed', () => changeContact(page, name))
  await test.step('R-NS-17 an address that bounces is flagged until both contacts are corrected', () =>
    correctBounced(page, name))
  await test.step('the holder’s own name stays', async () => {
    await page.goto(`/en/names/${name}/contacts/registrant`)
    await expectAccessible(page)
    await expect(page.getByLabel('Full name')).not.toBeEditable()
  })
  await test.step('back to parking', async () => {
    await openServers(page, name)
    await page.getByRole('radio', { name: /parking name servers/ }).check()
    await send(page)
    await expect(page.getByText('ns1.parking.tenure.example')).toBeVisible()
    await expectDone(page, name, 'Change name servers')
    expect(await rdapServers(page, name)).toEqual([
      'ns1.parking.tenure.example',
      'ns2.parking.tenure.example',
    ])
  })
})

async function correctBounced(page: Page, name: string): Promise<void> {
  const { id, contacts } = await db().domain.findUniqueOrThrow({
    where: { openName: name },
    include: { contacts: { where: { role: 'registrant' } } },
  })
  const address = (contacts[0]!.data as { email: string }).email
  await bouncedMessage(id, address)
  await page.goto(`/en/names/${name}`)
  await expect(page.getByText(`Mail to ${address} could not be delivered`)).toBeVisible()
  await expectAccessible(page)
  for (const role of ['registrant', 'admin']) {
    await page.getByRole('link', { name: 'Correct the contact' }).click()
    await expect(page).toHaveURL(new RegExp(`/contacts/${role}$`))
    await page.getByLabel('Mail address').fill(`${role}-arrives@example.com`)
    await send(page)
    await expect(page).toHaveURL(new RegExp(`/en/names/${name}$`))
    await expect(page.getByText(`${role}-arrives@example.com`)).toBeVisible()
  }
  await expect(page.getByText('could not be delivered')).toHaveCount(0)
}

/** A notice to an address that its mail server did not take. */
async function bouncedMessage(domainId: string, address: string): Promise<void> {
  const id = newId()
  const at = systemClock.now()
  const due = at.toISOString()
  await db().message.create({
    data: {
      ...{ id, dedupeKey: id, template: 'notice-suspended', locale: 'en', address, attempts: 1 },
      ...{ state: 'FAILED', createdAt: at, subjectType: 'domain', subjectId: domainId, userId: null },
      params: { name: 'hoa.vn', due, expires: due, path: '/names' },
    },
  })
}

async function changeContact(page: Page, name: string): Promise<void> {
  await page.goto(`/en/names/${name}`)
  await page.getByRole('link', { name: /^Change ?: Technical contact/ }).click()
  await expectAccessible(page)
  await page.getByLabel('Mail address').fill('not an address')
  await send(page)
  await expect(page.getByText('Type a mail address such as').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Full name').fill('Phạm Kỹ Thuật')
  await page.getByLabel('Mail address').fill('ky-thuat@example.com')
  await page.getByLabel('Phone').fill('+84 987 654 321')
  await send(page)
  await expect(page).toHaveURL(new RegExp(`/en/names/${name}$`))
  await expect(page.getByText('Phạm Kỹ Thuật')).toBeVisible()
  await expect(page.getByText('ky-thuat@example.com')).toBeVisible()
  await expectDone(page, name, 'Change a contact')
  const rdap = await (await page.request.get(`/rdap/domain/${name}`)).text()
  expect(rdap).not.toContain('ky-thuat@example.com')
  expect(rdap).not.toContain('Phạm')
}
