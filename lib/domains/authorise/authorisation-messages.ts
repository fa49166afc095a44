/** What both sides of an authorisation are told; each text once for each authorisation. */
import { queueMail, queueMessage } from '@/lib/audit/outbox'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'
import type { Authorisation } from './authorisation.store'

type Params = Readonly<Record<string, string | number>>

/** What every text is filled with. */
async function params(uow: UnitOfWork, authorisation: Authorisation): Promise<Params> {
  const { id, grantorId, contactName, email, fromDay, untilDay, names } = authorisation
  const { name: grantor } = await uow.tx.user.findUniqueOrThrow({ where: { id: grantorId } })
  return {
    ...{ grantor, contact: contactName, email, fromDay, untilDay },
    name: names[0]?.domain.nameUnicode ?? '',
    others: names.length - 1,
    path: `/authorisations/${id}`,
  }
}

const about = ({ id }: Authorisation, template: string) => ({
  template,
  subjectType: 'authorisation',
  subjectId: id,
  dedupeKey: `${template}:${id}`,
})

/** Tells the grantor. */
export async function tellGrantor(
  uow: UnitOfWork,
  authorisation: Authorisation,
  template: string,
): Promise<void> {
  await queueMessage(uow, {
    ...about(authorisation, template),
    userId: authorisation.grantorId,
    params: await params(uow, authorisation),
  })
}

/**
 * Tells the contact: in the portal and in their language when the address is a user's and confirmed, else by a mail
 * alone, in the grantor's language.
 */
export async function tellContact(
  uow: UnitOfWork,
  authorisation: Authorisation,
  template: string,
): Promise<void> {
  const { contactId, email, grantorId, contactName } = authorisation
  const filled = { ...about(authorisation, template), params: await params(uow, authorisation) }
  const known = await uow.tx.user.findFirst({
    where: contactId ? { id: contactId } : { email, emailVerified: { not: null } },
  })
  if (known) return queueMessage(uow, { ...filled, userId: known.id })
  const { locale } = await uow.tx.user.findUniqueOrThrow({ where: { id: grantorId } })
  return queueMail(uow, { ...filled, address: email, recipient: contactName, locale })
}
