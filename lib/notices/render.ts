/** The text of a message in its recipient's language. */
import { createTranslator } from 'use-intl/core'
import { formatLegalDay, formatMoment, formatMoney, formatZone } from '@/lib/i18n/format'
import { isLocale, type Locale, localPath } from '@/lib/i18n/locale'
import { loadCatalogue } from '@/lib/i18n/modules'
import type { Currency } from '@/lib/kernel/money'

/** Business dates of messages are told in the registrar's time zone, those of a name in its own zone's. */
const ZONE = 'Asia/Ho_Chi_Minh'

export interface RenderedMessage {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Where the message leads, within the portal and without a language. */
  readonly path?: string
  readonly action?: string
  readonly text: string
  readonly html: string
}

export interface MessageSource {
  readonly template: string
  readonly locale: string
  readonly params: Readonly<Record<string, string | number>>
  readonly recipient: string
  /** Where a reminder that can be declined is declined. */
  readonly declineLink?: string | undefined
}

type Say = (key: string, params?: Record<string, string | number>) => string

/** Renders a message. `appUrl` is where its link leads. Throws for a template that the catalogue lacks. */
export async function renderMessage(source: MessageSource, appUrl: string): Promise<RenderedMessage> {
  const locale: Locale = isLocale(source.locale) ? source.locale : 'en'
  const messages = await loadCatalogue(locale)
  const say = createTranslator({ locale, messages: messages.mail as never }) as Say
  const params = readable(locale, source.params, say)
  const subject = say(`${source.template}.subject`, params)
  const paragraphs = paragraphsOf(source, params, say)
  const link = source.params.path ? `${appUrl}${localPath(locale, String(source.params.path))}` : undefined
  const action = link ? { link, label: say(`${source.template}.action`) } : undefined
  const parts = {
    greeting: say('greeting', { name: source.recipient }),
    paragraphs,
    action,
    notes: notesOf(source, say),
    close: say('close'),
  }
  return {
    subject,
    paragraphs,
    ...(action && { path: String(source.params.path), action: action.label }),
    text: asText(parts),
    html: asHtml(locale, subject, parts),
  }
}

/** The text, and what it costs where a price was quoted with it (R-HO-04, R-HO-10). */
function paragraphsOf({ template, params }: MessageSource, read: Record<string, string | number>, say: Say) {
  const body = say(`${template}.body`, read).split('\n').filter(Boolean)
  return params.priceOf ? [...body, say(`price.${params.priceOf}`, read)] : body
}

/** Why somebody gets a mail, and how they get it no more where they may choose. */
function notesOf({ params, declineLink }: MessageSource, say: Say): readonly Note[] {
  return [
    ...(params.contactOf ? [{ text: say('why.contact', { name: params.contactOf }) }] : []),
    ...(params.why === 'required' ? [{ text: say('why.required') }] : []),
    ...(declineLink ? [{ text: say('why.early'), link: declineLink, label: say('why.decline') }] : []),
  ]
}

/** Instants and amounts as a person reads them, codes as their words; everything else stays. */
function readable(
  locale: Locale,
  params: Readonly<Record<string, string | number>>,
  say: Say,
): Record<string, string | number> {
  const read = Object.entries(params).map(([key, value]) => {
    if (key === 'expires' || key === 'due' || key === 'before') {
      const at = new Date(String(value))
      const zone = String(params.timeZone ?? ZONE)
      return [key, `${formatMoment(locale, at, zone)} (${formatZone(locale, at, zone)})`]
    }
    if (key === 'fromDay' || key === 'untilDay') return [key, formatLegalDay(locale, String(value))]
    return [key, key === 'ground' ? say(`grounds.${value}`) : value]
  })
  const amount = (minor: string | number | undefined) =>
    formatMoney(locale, { minor: BigInt(minor ?? 0), currency: params.currency as Currency })
  return {
    ...(Object.fromEntries(read) as Record<string, string | number>),
    ...(params.currency && { amount: amount(params.minor), fee: amount(params.feeMinor) }),
  }
}

/** A line in small print, with where it leads. */
interface Note {
  readonly text: string
  readonly link?: string
  readonly label?: string
}

interface Parts {
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly action: { readonly link: string; readonly label: string } | undefined
  readonly notes: readonly Note[]
  readonly close: string
}

function asText({ greeting, paragraphs, action, notes, close }: Parts): string {
  const small = notes.map(({ text, link, label }) => (link ? `${text}\n${label}: ${link}` : text))
  const acts = action ? [`${action.label}:\n${action.link}`] : []
  const lines = [greeting, ...paragraphs, ...acts, ...small, close]
  return `${lines.join('\n\n')}\n`
}

function asHtml(locale: string, subject: string, parts: Parts): string {
  const { greeting, paragraphs, action, notes, close } = parts
  const body = [greeting, ...paragraphs].map((text) => `<p>${escape(text)}</p>`).join('')
  const button = action
    ? `<p><a href="${escape(action.link)}" style="display:inline-block;padding:12px 20px;background:#1d3f8f;color:#fff;text-decoration:none;font-weight:600">${escape(action.label)}</a></p><p style="font-size:14px;color:#555">${escape(action.link)}</p>`
    : ''
  const small = [...notes, { text: close }].map(smallPrint).join('')
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="margin:0;background:#f7f3ea"><div style="max-width:560px;margin:0 auto;padding:32px 20px;font:16px/1.6 sans-serif;color:#1c1a17"><p style="font-weight:700;letter-spacing:.02em;border-bottom:1px solid #cfc6b4;padding-bottom:12px">Tenure</p>${body}${button}<div style="border-top:1px solid #cfc6b4;font-size:14px;color:#555">${small}</div></div></body></html>`
}

function smallPrint({ text, link, label = '' }: Note): string {
  const way = link ? ` <a href="${escape(link)}" style="color:#1d3f8f">${escape(label)}</a>` : ''
  return `<p style="margin:12px 0 0">${escape(text)}${way}</p>`
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
