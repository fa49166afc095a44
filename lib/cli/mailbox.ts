/** The local mailbox: an SMTP server whose mail can be read in a browser. Mail outlives a restart. */
import { createRequire } from 'node:module'
import './parent-watch'

interface Options {
  smtp: string
  web: string
  ip: string
  mailDirectory: string
  silent: boolean
}

const mailDev = createRequire(import.meta.url)('maildev') as (options: Options) => {
  listen(done: (error?: Error) => void): void
}

const mailbox = mailDev({
  smtp: process.env.SMTP_PORT ?? '1025',
  web: process.env.MAILBOX_PORT ?? '1080',
  ip: '127.0.0.1',
  mailDirectory: process.env.MAIL_DIR ?? '.data/mail',
  silent: true,
})
mailbox.listen((error) => {
  if (error) throw error
})
process.once('SIGTERM', () => process.exit(0))
