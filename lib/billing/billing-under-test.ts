/** What the database tests of billing share: customers, invoices and messages as a provider sends them. */
import { randomUUID } from 'node:crypto'
import { signWebhook } from './charge/webhook-signature'
import type { Actor, UserActor } from '@/lib/kernel/actor'
import { systemClock } from '@/lib/kernel/clock'
import { newId } from '@/lib/kernel/ids'
import { money } from '@/lib/kernel/money'
import { must, type Result } from '@/lib/kernel/result'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { inUnitOfWork, type UnitOfWork } from '@/lib/platform/unit-of-work'
import { creditInvoice } from './invoice/credit'
import { type IssuedInvoice, issueInvoice } from './invoice/issue'
import { credit } from './ledger/accounts'
import { balanceOf } from './ledger/book'
import { processProviderEventJob } from './receive/process.job'
import { receiveWebhook } from './receive/webhook'

export const PROVIDER: Actor = { kind: 'provider' }

/** A customer who has just proved who they are. */
export function customer(): UserActor {
  const base = {
    kind: 'user',
    userId: newId(),
    roles: [],
    address: '127.0.0.1',
    secondFactor: false,
  } as const
  return { ...base, steppedUpAt: systemClock.now() }
}

/** Runs work as an actor and wants it to succeed. */
export async function as<T>(actor: Actor, work: (uow: UnitOfWork) => Promise<Result<T>>): Promise<T> {
  return must(await inUnitOfWork({ actor, requestId: newId() }, work))
}

export function issue(
  actor: UserActor,
  amount: number | bigint,
  subjectId = newId(),
): Promise<IssuedInvoice> {
  return as(actor, (uow) =>
    issueInvoice(uow, {
      customerId: actor.userId,
      subjectType: 'dossier',
      subjectId,
      lines: [
        {
          kind: 'maintenance',
          params: { name: 'a.vn', years: 1 },
          amount: money(amount, 'VND'),
          source: 'R-VN-08',
        },
      ],
    }),
  )
}

export function takeBack(actor: UserActor, invoiceId: string): Promise<unknown> {
  return as(actor, (uow) => creditInvoice(uow, invoiceId, 'withdraw'))
}

/** An open checkout of an invoice, as it stands after the provider's answer. */
export async function openCheckoutOf(invoiceId: string): Promise<string> {
  const invoice = await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })
  const id = newId()
  await db().checkout.create({
    data: {
      id,
      invoiceId,
      provider: 'sandbox',
      providerRef: `co_${id}`,
      url: 'http://127.0.0.1/pay',
      amount: invoice.total,
      currency: invoice.currency,
      status: 'OPEN',
      createdAt: systemClock.now(),
    },
  })
  return id
}

export interface Said {
  readonly id?: string
  readonly type?: string
  readonly reference: string
  readonly paymentId?: string
  readonly amount?: number | bigint
  readonly currency?: string
}

/** A webhook's body. */
export function webhookBody({ id, type, reference, paymentId, amount, currency }: Said): string {
  return JSON.stringify({
    id: id ?? `evt_${randomUUID()}`,
    type: type ?? 'payment.succeeded',
    data: {
      reference,
      paymentId: paymentId ?? `pay_${randomUUID()}`,
      amount: String(amount ?? 100),
      currency: currency ?? 'VND',
    },
  })
}

/** Delivers a body with the provider's signature. */
export function deliver(body: string): Promise<Result<{ eventId: string }>> {
  const signature = signWebhook(body, env().SANDBOX_PAY_WEBHOOK_SECRET, systemClock.now())
  return receiveWebhook(body, { get: (name) => (name === 'sandbox-pay-signature' ? signature : null) })
}

/** Processes what could not be processed when it came, as the worker does. */
export async function drain(): Promise<void> {
  const open = await db().providerEvent.findMany({ where: { processedAt: null }, select: { id: true } })
  for (const { id } of open) await processProviderEventJob.run({ eventId: id })
}

/** A customer's free credit in VND. */
export async function freeCredit({ userId }: UserActor): Promise<bigint> {
  return (await balanceOf(db(), credit(userId), 'VND')).minor
}

export async function statusOf(invoiceId: string): Promise<string> {
  return (await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })).status
}
