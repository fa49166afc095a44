/** The text of a message in its recipient's language. */
import { createTranslator } from 'use-intl/core'
import { formatMoment, formatMoney, formatZone } from '@/lib/i18n/format'
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
}

/** Renders a message. `appUrl` is where its link leads. Throws for a template that the catalogue lacks. */
export async function renderMessage(source: MessageSource, appUrl: string): Promise<RenderedMessage> {
  const locale: Locale = isLocale(source.locale) ? source.locale : 'en'
  const messages = await loadCatalogue(locale)
  const say = createTranslator({ locale, messages: messages.mail as never }) as (
    key: string,
    params?: Record<string, string | number>,
  ) => string
  const params = readable(locale, source.params, say)
  const subject = say(`${source.template}.subject`, params)
  const paragraphs = say(`${source.template}.body`, params).split('\n').filter(Boolean)
  const link = source.params.path ? `${appUrl}${localPath(locale, String(source.params.path))}` : undefined
  const action = link ? { link, label: say(`${source.template}.action`) } : undefined
  const parts = {
    greeting: say('greeting', { name: source.recipient }),
    paragraphs,
    action,
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

/** Instants and amounts as a person reads them, codes as their words; everything else stays. */
function readable(
  locale: Locale,
  params: Readonly<Record<string, string | number>>,
  say: (key: string) => string,
): Record<string, string | number> {
  const read = Object.entries(params).map(([key, value]) => {
    if (key === 'expires' || key === 'due' || key === 'before') {
      const at = new Date(String(value))
      const zone = String(params.timeZone ?? ZONE)
      return [key, `${formatMoment(locale, at, zone)} (${formatZone(locale, at, zone)})`]
    }
    return [key, key === 'ground' ? say(`grounds.${value}`) : value]
  })
  const { minor, currency } = params
  const amount = currency && { minor: BigInt(minor ?? 0), currency: currency as Currency }
  return {
    ...(Object.fromEntries(read) as Record<string, string | number>),
    ...(amount && { amount: formatMoney(locale, amount) }),
  }
}

interface Parts {
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly action: { readonly link: string; readonly label: string } | undefined
  readonly close: string
}

function asText({ greeting, paragraphs, action, close }: Parts): string {
  const lines = [greeting, ...paragraphs, ...(action ? [`${action.label}:\n${action.link}`] : []), close]
  return `${lines.join('\n\n')}\n`
}

function asHtml(locale: string, subject: string, { greeting, paragraphs, action, close }: Parts): string {
  const body = [greeting, ...paragraphs].map((text) => `<p>${escape(text)}</p>`).join('')
  const button = action
    ? `<p><a href="${escape(action.link)}" style="display:inline-block;padding:12px 20px;background:#1d3f8f;color:#fff;text-decoration:none;font-weight:600">${escape(action.label)}</a></p><p style="font-size:14px;color:#555">${escape(action.link)}</p>`
    : ''
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="margin:0;background:#f7f3ea"><div style="max-width:560px;margin:0 auto;padding:32px 20px;font:16px/1.6 sans-serif;color:#1c1a17"><p style="font-weight:700;letter-spacing:.02em;border-bottom:1px solid #cfc6b4;padding-bottom:12px">Tenure</p>${body}${button}<p style="border-top:1px solid #cfc6b4;padding-top:12px;font-size:14px;color:#555">${escape(close)}</p></div></body></html>`
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
