/** What was sent about a name, where and when, and what did not arrive (R-NS-17). Scoped to the name's holder. */
import type { ContactData, ContactRole } from '@/lib/domains/contacts/contact'
import type { Locale } from '@/lib/i18n/locale'
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import type { MessageModel } from '@/lib/platform/generated/models'
import { render, shown } from './inbox.query'

/** Enough that most records are one page, to be printed. */
const PAGE = 100

export interface SentRow {
  readonly id: string
  readonly subject: string
  readonly address: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** When it was opened in the portal. */
  readonly seenAt: Date | null
  /** To a contact without an account: nothing of it is seen in the portal. */
  readonly isMailAlone: boolean
  readonly state: MessageModel['state']
}

/** What was sent about a name of the user's to them and to its contacts, its application included, newest first. */
export function sentRecord(
  userId: string,
  name: { readonly id: string; readonly dossierId: string },
  { locale, cursor }: { locale: Locale; cursor?: Cursor | undefined },
): Promise<Page<SentRow>> {
  const recipient = { OR: [{ userId }, { userId: null }] }
  return readPage(cursor, PAGE, async (reach) => {
    const bounds = newestFirst(reach)
    const subject = { OR: await subjectsOf(name) }
    const rows = await db().message.findMany({
      ...bounds,
      where: { ...shown, AND: [subject, recipient], ...bounds.where },
    })
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        subject: (await render(row, locale)).subject,
        address: row.address,
        createdAt: row.createdAt,
        sentAt: row.sentAt,
        seenAt: row.readAt,
        isMailAlone: row.userId === null,
        state: row.state,
      })),
    )
  })
}

/** What messages about a name are about: itself, its application, and authorisations to renew it (R-VN-06). */
async function subjectsOf({ id, dossierId }: { readonly id: string; readonly dossierId: string }) {
  const authorised = await db().authorisedName.findMany({
    where: { domainId: id },
    select: { authorisationId: true },
  })
  return [
    { subjectType: 'domain', subjectId: id },
    { subjectType: 'dossier', subjectId: dossierId },
    {
      subjectType: 'authorisation',
      subjectId: { in: authorised.map(({ authorisationId }) => authorisationId) },
    },
  ]
}

/** An address that did not take the last message to it, and whose it is. */
export interface Bounced {
  readonly address: string
  readonly at: Date
  readonly of: 'account' | ContactRole
}

/** The user's present address when the latest message to it was not taken; null when that one arrived. */
export async function bouncedView(userId: string): Promise<Bounced | null> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { email: true } })
  if (!user) return null
  const at = await notTaken({ userId, address: user.email })
  return at && { address: user.email, at, of: 'account' }
}

/** As much of a name as tells whom its notices go to. */
interface NoticedName {
  readonly id: string
  readonly contacts: readonly { readonly role: ContactRole; readonly data: ContactData }[]
}

/** Where notices of a name miss: the holder's account, and the contacts that get them too. */
export async function bouncedOfName(userId: string, name: NoticedName): Promise<readonly Bounced[]> {
  const contacts = name.contacts.filter(({ role }) => role === 'registrant' || role === 'admin')
  const found = await Promise.all([
    bouncedView(userId),
    ...contacts.map(async ({ role, data }): Promise<Bounced | null> => {
      const address = data.email.trim()
      const at = await notTaken({ userId: null, address, subjectType: 'domain', subjectId: name.id })
      return at && { address, at, of: role }
    }),
  ])
  const bounced = found.filter((entry) => entry !== null)
  return bounced.filter(({ address }, index) => bounced.findIndex((one) => one.address === address) === index)
}

/** When the latest message of some was written, if it was not taken. */
async function notTaken(where: {
  readonly userId: string | null
  readonly address: string
  readonly subjectType?: string
  readonly subjectId?: string
}): Promise<Date | null> {
  const last = await db().message.findFirst({
    where: { ...where, state: { in: ['SENT', 'FAILED'] } },
    orderBy: { id: 'desc' },
    select: { state: true, createdAt: true },
  })
  return last?.state === 'FAILED' ? last.createdAt : null
}
