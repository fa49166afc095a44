/** The mail a person under test receives, read from the local mailbox. */
import { expect } from '@playwright/test'

export interface ReceivedMail {
  readonly subject: string
  readonly text: string
  readonly to: readonly { readonly address: string }[]
}

export class Mailbox {
  constructor(private readonly url: string) {}

  /** Every mail to an address, oldest first. */
  async to(address: string): Promise<ReceivedMail[]> {
    const answer = await fetch(`${this.url}/email`)
    const all = (await answer.json()) as ReceivedMail[]
    return all.filter((mail) => mail.to.some((recipient) => recipient.address === address))
  }

  /** The first mail whose subject fits, waited for. */
  async find(address: string, subject: RegExp): Promise<ReceivedMail> {
    let found: ReceivedMail | undefined
    await expect
      .poll(
        async () =>
          (found = (await this.to(address)).find((mail) => subject.test(mail.subject))) !== undefined,
        {
          message: `mail to ${address} about ${subject}`,
          timeout: 30_000,
        },
      )
      .toBe(true)
    return found!
  }

  /** The link in a mail. */
  async link(address: string, subject: RegExp): Promise<string> {
    const { text } = await this.find(address, subject)
    const link = /https?:\/\/\S+/.exec(text)?.[0]
    if (!link) throw new Error(`no link in the mail about ${subject}`)
    return link
  }
}
