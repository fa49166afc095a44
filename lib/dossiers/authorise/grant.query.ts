/** What the page shows on which somebody is authorised to renew. Everything is scoped to the owner. */
import { REGISTRAR_TIME_ZONE } from '@/lib/billing/invoice/number'
import { type AuthorisationRow, grantedFor } from '@/lib/domains/authorise/authorisation.query'
import { MOST_AUTHORISED } from '@/lib/domains/authorise/authorise.input'
import type { UserActor } from '@/lib/kernel/actor'
import { legalDay, type LegalDay } from '@/lib/kernel/days'
import { isId } from '@/lib/kernel/ids'
import type { Refusal } from '@/lib/kernel/result'
import { businessNow } from '@/lib/platform/business-clock'
import { db } from '@/lib/platform/db'
import type { DraftDeclaration } from '../declare/declaration.rule'
import { AUTHORISATION_DOCUMENT } from '../documents/document.input'
import { decideNameToAuthorise, lastDayFrom } from './grant.rule'
import { namesToAuthorise } from './grant.store'

export interface ChosenToAuthorise {
  readonly id: string
  readonly nameAscii: string
  readonly nameUnicode: string
}

export interface GrantView {
  /** Names that somebody can be authorised for, in their order. */
  readonly names: readonly ChosenToAuthorise[]
  /** Chosen names that nobody can be authorised for, and why. */
  readonly refused: readonly { readonly name: ChosenToAuthorise; readonly refusal: Refusal }[]
  /** Where the written authorisation is kept: the dossier of the first name. */
  readonly dossierId: string | null
  /** The organisation that holds that name. */
  readonly holder: string
  /** The latest written authorisation handed in for these names that no authorisation rests on. */
  readonly paper: { readonly id: string; readonly fileName: string; readonly uploadedAt: Date } | null
  readonly today: LegalDay
  readonly lastDay: LegalDay
}

/** Names of the owner as they were chosen, and what is there to authorise somebody for them. */
export async function grantView(actor: UserActor, chosen: readonly string[]): Promise<GrantView> {
  const domains = await db().domain.findMany({
    where: { id: { in: chosen.filter(isId).slice(0, MOST_AUTHORISED) }, ownerId: actor.userId },
    orderBy: [{ nameUnicode: 'asc' }, { id: 'asc' }],
  })
  const decided = (await namesToAuthorise(db(), domains)).map((name) => ({
    name,
    decided: decideNameToAuthorise(name, actor.userId),
  }))
  const names = decided.flatMap((entry) => (entry.decided.ok ? [entry.name] : []))
  const refused = decided.flatMap(({ name, decided: result }) =>
    result.ok ? [] : [{ name, refusal: result.refusal }],
  )
  const dossierIds = names.map(({ dossierId }) => dossierId)
  const [dossierId = null] = dossierIds
  const today = legalDay(await businessNow(), REGISTRAR_TIME_ZONE)
  const [holder, paper] = await Promise.all([holderOf(dossierId), latestPaper(actor, dossierIds)])
  return { names, refused, dossierId, holder, paper, today, lastDay: lastDayFrom(today) }
}

async function holderOf(dossierId: string | null): Promise<string> {
  const dossier = dossierId && (await db().dossier.findUnique({ where: { id: dossierId } }))
  return dossier ? ((dossier.declaration as DraftDeclaration).holder?.name ?? '') : ''
}

async function latestPaper({ userId }: UserActor, dossierIds: string[]): Promise<GrantView['paper']> {
  const [latest] = await db().document.findMany({
    where: {
      dossierId: { in: dossierIds },
      kind: AUTHORISATION_DOCUMENT,
      uploadedById: userId,
      removedAt: null,
    },
    orderBy: { id: 'desc' },
    take: 1,
  })
  const isUsed =
    latest && (await db().renewalAuthorisation.findUnique({ where: { documentId: latest.id } })) !== null
  return latest && !isUsed ? latest : null
}

/** Who else may renew a name of the owner's; null where nobody can be authorised, as for an individual's. */
export async function othersWhoRenew(
  actor: UserActor,
  domainId: string,
): Promise<readonly AuthorisationRow[] | null> {
  const domain = await db().domain.findFirst({ where: { id: domainId, ownerId: actor.userId } })
  const [name] = domain ? await namesToAuthorise(db(), [domain]) : []
  const granted = await grantedFor(actor, domainId)
  const isOpen = decideNameToAuthorise(name, actor.userId).ok
  return isOpen || granted.length > 0 ? granted : null
}
