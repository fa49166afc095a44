/** What the demonstration's applicants do, by the commands that the pages call. Each may be done again. */
import { Readable } from 'node:stream'
import { openCheckout } from '@/lib/billing/charge/checkout.command'
import { saveStep, startDossier } from '@/lib/dossiers/declare/draft.command'
import { uploadDocument } from '@/lib/dossiers/documents/upload'
import { fileDossier } from '@/lib/dossiers/submit/file.command'
import { withdrawDossier } from '@/lib/dossiers/submit/follow.command'
import { isLocale } from '@/lib/i18n/locale'
import type { UserActor } from '@/lib/kernel/actor'
import { legalDay } from '@/lib/kernel/days'
import { must } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import { execute } from '@/lib/platform/define-command'
import { shownTerms, termsAt } from '@/lib/policy/terms'
import { zoneById } from '@/lib/policy/resolver'
import type { DemoApplication, Paper } from './applications'
import { actorOf, until } from './scene'

interface Begun {
  readonly actor: UserActor
  readonly dossierId: string
}

/** The application's dossier, started when it is not there yet. */
export async function begun({ name, owner }: DemoApplication): Promise<Begun> {
  const actor = await actorOf(owner)
  const started = await execute(startDossier, { name }, { actor, idempotencyKey: `demo:${name}` })
  return { actor, dossierId: must(started).dossierId }
}

/** Keeps the first steps of the declaration, the holder's without a phone number: a draft that was left. */
export async function leaveDraft(application: DemoApplication): Promise<void> {
  const { applicant = {}, holder = {} } = application.declaration
  const { phone: _missing, ...known } = holder
  const own = await begun(application)
  await keepSteps(application, own, { applicant, holder: known })
}

/** Declares, hands in, accepts the terms and files. */
export async function fileIt(application: DemoApplication): Promise<void> {
  const own = await begun(application)
  const { actor, dossierId } = own
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  if (dossier.status !== 'DRAFT') return
  await keepSteps(application, own, application.declaration)
  for (const paper of application.papers) await handIn(own, paper)
  const today = legalDay(await businessNow(), zoneById(dossier.zone).timeZone)
  const locale = await localeOf(actor)
  const terms = shownTerms(termsAt(today), locale)
  const input = { dossierId, termsVersion: terms.version, locale, accepted: 'on' }
  must(await execute(fileDossier, input, { actor }))
}

async function keepSteps(
  { name }: DemoApplication,
  { actor, dossierId }: Begun,
  steps: DemoApplication['declaration'],
): Promise<void> {
  for (const [step, values] of Object.entries(steps)) {
    const idempotencyKey = `demo:${name}:${step}`
    must(await execute(saveStep, { dossierId, step, values }, { actor, idempotencyKey }))
  }
}

async function handIn({ actor, dossierId }: Begun, { kind, fileName, make }: Paper): Promise<void> {
  if (await db().document.findFirst({ where: { dossierId, kind } })) return
  const stream = Readable.from([await make()])
  must(await uploadDocument({ dossierId, kind, fileName, stream }, { actor }))
}

async function localeOf({ userId }: UserActor) {
  const { locale } = await db().user.findUniqueOrThrow({ where: { id: userId } })
  return isLocale(locale) ? locale : 'en'
}

/** Takes the application back, unless it has ended already. */
export async function withdrawIt(application: DemoApplication): Promise<void> {
  const { actor, dossierId } = await begun(application)
  const done = await execute(withdrawDossier, { dossierId }, { actor })
  if (!done.ok && done.refusal.code !== 'not-now') must(done)
}

const CARD = '4111111111111111'

/** Pays on the provider's own page, as a browser posts it, and waits until the webhook has brought the money. */
export async function payIt(application: DemoApplication): Promise<void> {
  const { actor, dossierId } = await begun(application)
  const { invoiceId } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })
  if (!invoiceId) return
  const statusNow = async () => (await db().invoice.findUniqueOrThrow({ where: { id: invoiceId } })).status
  if ((await statusNow()) !== 'ISSUED') return
  const opened = await execute(openCheckout, { invoiceId, locale: await localeOf(actor) }, { actor })
  const { url } = must(opened)
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(url).origin,
    },
    body: new URLSearchParams({ card: CARD, choice: 'pay' }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`)
  await until(`the payment of ${application.name}`, async () => (await statusNow()) !== 'ISSUED')
}
