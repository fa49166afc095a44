/** Writes messages to people into the outbox; always inside the transaction of what they tell about. */
import { newId } from '@/lib/kernel/ids'
import { enqueue } from '@/lib/platform/jobs'
import type { UnitOfWork } from '@/lib/platform/unit-of-work'

interface MessageText {
  /** Key of the text in the catalogue `mail`. */
  readonly template: string
  readonly params: Readonly<Record<string, string | number>>
  readonly subjectType: string
  readonly subjectId: string
  /** One message per key, whatever runs twice. */
  readonly dedupeKey: string
}

export interface OutgoingMessage extends MessageText {
  readonly userId: string
}

/** A mail to somebody who has no account. */
export interface OutgoingMail extends MessageText {
  readonly address: string
  /** Whom it greets. */
  readonly recipient: string
  readonly locale: string
}

/** Queues a message in the recipient's language, to the address that holds now (R-NS-17 wants proof of it). */
export async function queueMessage(uow: UnitOfWork, message: OutgoingMessage): Promise<void> {
  const id = newId()
  const added = await uow.tx.$executeRaw`
    INSERT INTO message (id, dedupe_key, user_id, address, template, locale, params, subject_type, subject_id,
      state, created_at, attempts)
    SELECT ${id}::uuid, ${message.dedupeKey}, u.id, u.email, ${message.template}, u.locale,
      ${JSON.stringify(message.params)}::jsonb, ${message.subjectType}, ${message.subjectId}, 'QUEUED',
      ${uow.now}, 0
    FROM app_user u WHERE u.id = ${message.userId}::uuid
    ON CONFLICT (dedupe_key) DO NOTHING`
  if (added > 0) await enqueue(uow.tx, 'deliver-message', { messageId: id })
}

/** Queues a mail to an address that is no user's: it stands in nobody's inbox. */
export async function queueMail(uow: UnitOfWork, mail: OutgoingMail): Promise<void> {
  const id = newId()
  const params = { ...mail.params, recipient: mail.recipient }
  const added = await uow.tx.$executeRaw`
    INSERT INTO message (id, dedupe_key, user_id, address, template, locale, params, subject_type, subject_id,
      state, created_at, attempts)
    VALUES (${id}::uuid, ${mail.dedupeKey}, NULL, ${mail.address}, ${mail.template}, ${mail.locale},
      ${JSON.stringify(params)}::jsonb, ${mail.subjectType}, ${mail.subjectId}, 'QUEUED', ${uow.now}, 0)
    ON CONFLICT (dedupe_key) DO NOTHING`
  if (added > 0) await enqueue(uow.tx, 'deliver-message', { messageId: id })
}
