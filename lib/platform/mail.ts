/** Sends mail over SMTP. */
import nodemailer, { type Transporter } from 'nodemailer'
import { env } from './env'

const kept = globalThis as { tenureMail?: Transporter }

export interface Mail {
  /** Becomes the Message-ID, so that a mail sent twice after a fault is seen to be one. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Hands a mail over to the mail server; throws when it does not take it. */
export async function sendMail({ id, to, subject, text, html, headers }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL } = env()
  kept.tenureMail ??= nodemailer.createTransport(SMTP_URL, { from: { name: 'Tenure', address: MAIL_FROM } })
  await kept.tenureMail.sendMail({
    messageId: `<${id}@${new URL(APP_URL).hostname}>`,
    // An object, never a raw string: a name with line breaks or commas would add headers or recipients.
    to: { name: to.name, address: to.address },
    subject,
    text,
    html,
    ...(headers && { headers }),
  })
}
