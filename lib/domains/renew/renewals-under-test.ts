/** What the database tests of renewals share: names that the registry has too, payments, and the time of both. */
import '@/lib/wiring'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliver as webhook, webhookBody } from '@/lib/billing/billing-under-test'
import { reserveCheckout } from '@/lib/billing/charge/reserve'
import { person } from '@/lib/dossiers/dossiers-under-test'
import type { UserActor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/ids'
import { must } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { type TestDatabase, testDatabase } from '@/lib/platform/test-database'
import { closeGateway } from '@/lib/registry/connect'
import { deliverRegistry } from '@/lib/registry/delivery/deliver.job'
import type { RegistryGateway } from '@/lib/registry/gateway'
import {
  createHolder,
  PASSWORD,
  type RegistryUnderTest,
  startRegistryUnderTest,
} from '@/lib/registry/sandbox/registry-under-test'
import { nameFor, setNow } from '../names-under-test'
import { askRenewal } from './ask.command'
import type { RenewItem } from './renew.input'

export class RenewalsUnderTest {
  /** One client for all that the tests look up there: a registry limits sessions. */
  readonly gateway: RegistryGateway

  private constructor(
    readonly database: TestDatabase,
    readonly registry: RegistryUnderTest,
  ) {
    this.gateway = registry.gateway()
  }

  static async start(): Promise<RenewalsUnderTest> {
    const registry = await startRegistryUnderTest()
    const database = await testDatabase()
    const caFile = join(tmpdir(), `ca-${newId()}.pem`)
    writeFileSync(caFile, registry.certificates.ca)
    Object.assign(process.env, {
      ...{ EPP_HOST: 'localhost', EPP_PORT: String(registry.port) },
      ...{ EPP_PASSWORD: PASSWORD, EPP_CA_FILE: caFile },
    })
    const under = new RenewalsUnderTest(database, registry)
    await createHolder(under.gateway)
    return under
  }

  async stop(): Promise<void> {
    await closeGateway()
    await this.registry.stop()
    await this.database.drop()
  }

  /** Moves the portal's and the registry's business time. */
  async setNow(at: Date): Promise<void> {
    this.registry.now = at
    await setNow(this.database, at)
  }

  /** A name of the portal's that the registry has with the same expiry. */
  async name(owner: UserActor, zone: string, expiresAt: Date): Promise<{ id: string; name: string }> {
    const id = await nameFor({ zone, expiresAt, ownerId: owner.userId })
    const { nameAscii: name } = await db().domain.findUniqueOrThrow({ where: { id } })
    const made = await this.gateway.createDomain(newId(), { name, years: 1, registrant: 'HOLDER-1' })
    if (made.kind !== 'done') throw new Error(JSON.stringify(made))
    await this.registry.db.query('UPDATE sandbox_registry.domain SET expires_at = $2 WHERE name = $1', [
      ...[name, expiresAt],
    ])
    return { id, name }
  }

  /** Has the registry lose an answer, or refuse, or drop a command, so many times. */
  async fault(name: string, kind: string, remaining = 1): Promise<void> {
    await this.registry.db.query(
      'INSERT INTO sandbox_registry.fault (name, kind, remaining) VALUES ($1, $2, $3)',
      [name, kind, remaining],
    )
  }

  /** The expiry at the registry. */
  async registryExpiry(name: string): Promise<Date | undefined> {
    const info = await this.gateway.infoDomain(name)
    return info.kind === 'done' ? info.value.expiresAt : undefined
  }
}

export const owner = (): Promise<UserActor> => person()

/** Asks for renewals; the renewal with its items and invoices. */
export async function ask(actor: UserActor, items: readonly RenewItem[]) {
  const { renewalId } = must(await execute(askRenewal, { items }, { actor }))
  return db().renewal.findUniqueOrThrow({
    where: { id: renewalId },
    include: { items: { orderBy: { id: 'asc' } } },
  })
}

/** The webhook of one payment for these items' invoices together, as the provider sends it. */
export async function paymentFor(
  actor: UserActor,
  items: readonly { readonly invoiceId: string | null }[],
): Promise<string> {
  const checkout = must(
    await reserveCheckout(
      actor,
      items.flatMap(({ invoiceId }) => invoiceId ?? []),
    ),
  )
  await db().checkout.update({
    where: { id: checkout.id },
    data: { status: 'OPEN', providerRef: `co_${checkout.id}`, url: 'http://127.0.0.1/pay' },
  })
  return webhookBody({ reference: checkout.id, amount: checkout.amount, currency: checkout.currency })
}

export async function pay(
  actor: UserActor,
  items: readonly { readonly invoiceId: string | null }[],
): Promise<void> {
  must(await webhook(await paymentFor(actor, items)))
}

export const send = (domainId: string) => deliverRegistry.run({ subjectType: 'domain', subjectId: domainId })

export const domainOf = (id: string) => db().domain.findUniqueOrThrow({ where: { id } })
export const itemOf = (id: string) => db().renewalItem.findUniqueOrThrow({ where: { id } })

export async function messagesOf(domainId: string): Promise<string[]> {
  const rows = await db().message.findMany({ where: { subjectId: domainId }, orderBy: { id: 'asc' } })
  return rows.map(({ template }) => template)
}
