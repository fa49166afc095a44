/** The hosted page: plain HTML, no JavaScript. */
import { createHash } from 'node:crypto'
import { CURRENCIES, isCurrency } from '@/lib/kernel/money'
import { ACCEPTED_CARD, DECLINED_CARD, LATER_DECLINED_CARD } from './card.rule'
import type { Checkout } from './checkout.store'
import { STYLE } from './style'
import type { Texts } from './texts/en'
import { numbersOf, type PageLanguage, textsOf } from './texts'

const styleHash = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs, nothing is loaded, nobody frames the page, and the form goes nowhere else. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Fills a text's places; the values are escaped, the texts are ours. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => escape(values[name] ?? ''))
}

/** An amount in minor units as its language writes it, exact. */
export function shownAmount(minor: string, currency: string, lang: PageLanguage): string {
  const places = isCurrency(currency) ? CURRENCIES[currency] : 2
  const digits = minor.padStart(places + 1, '0')
  const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  const format = new Intl.NumberFormat(numbersOf(lang), {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
  })
  return format.format(decimal as `${number}`)
}

/** The page of a checkout: its form while it is open, then what became of it. */
export function checkoutPage(checkout: Checkout, cardIsWrong = false): string {
  const { lang, texts } = textsOf(checkout.locale)
  const amount = shownAmount(checkout.amount, checkout.currency, lang)
  const isOpen = checkout.status === 'open'
  const content = `<dl>
<div><dt>${texts.amount}</dt><dd class="amount">${escape(amount)}</dd></div>
<div><dt>${texts.for}</dt><dd>${escape(checkout.description)}</dd></div>
<div><dt>${texts.to}</dt><dd>${texts.merchant}</dd></div>
</dl>
${isOpen ? form(texts, amount, { cardIsWrong, offersKeeping: checkout.customer !== null }) : ending(checkout, texts)}`
  const heading = isOpen ? fill(texts.title, { amount }) : outcome(checkout, texts, amount)
  return layout(lang, texts, heading, content)
}

/** The page of an address that is nobody's. */
export function missingPage(locale: string): string {
  const { lang, texts } = textsOf(locale)
  return layout(lang, texts, texts.missing, `<p>${texts.missingNext}</p>`)
}

function form(
  texts: Texts,
  amount: string,
  { cardIsWrong, offersKeeping }: { cardIsWrong: boolean; offersKeeping: boolean },
): string {
  const cards = { accepted: ACCEPTED_CARD, declined: DECLINED_CARD }
  const error = `<p class="error" id="error" role="alert">${fill(texts.cardWrong, cards)}</p>`
  const described = cardIsWrong
    ? 'aria-invalid="true" aria-describedby="error hint"'
    : 'aria-describedby="hint"'
  return `<form method="post">
<label for="card">${texts.card}</label>
<input id="card" name="card" inputmode="numeric" autocomplete="off" maxlength="30" value="${ACCEPTED_CARD}" ${described}>
<p class="hint" id="hint">${fill(texts.cardHint, cards)}</p>
${cardIsWrong ? error : ''}
${offersKeeping ? keeping(texts) : ''}
<button class="primary" name="choice" value="pay">${fill(texts.pay, { amount })}</button>
<button name="choice" value="pay-twice" aria-describedby="twice">${texts.payTwice}</button>
<p class="hint" id="twice">${texts.payTwiceHint}</p>
<button name="choice" value="decline" aria-describedby="decline">${texts.decline}</button>
<p class="hint" id="decline">${texts.declineHint}</p>
</form>`
}

/** The payer keeps the card by a tick of their own, never by default. */
function keeping(texts: Texts): string {
  return `<label class="check" for="keep"><input type="checkbox" id="keep" name="keep" aria-describedby="keep-hint"> ${texts.keep}</label>
<p class="hint" id="keep-hint">${fill(texts.keepHint, { later: LATER_DECLINED_CARD })}</p>`
}

function outcome(checkout: Checkout, texts: Texts, amount: string): string {
  if (checkout.status === 'paid')
    return fill(checkout.payments > 1 ? texts.paidTwice : texts.paid, { amount })
  return checkout.status === 'failed' ? texts.failed : texts.expired
}

function ending(checkout: Checkout, texts: Texts): string {
  const next = { paid: texts.paidNext, failed: texts.failedNext, expired: texts.expiredNext, open: '' }
  return `<p>${next[checkout.status]}</p>
<p><a class="primary" href="${escape(checkout.return_url)}">${texts.back}</a></p>`
}

function layout(lang: string, texts: Texts, heading: string, content: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading} · ${texts.provider}</title>
<style>${STYLE}</style>
</head>
<body>
<header><strong>${texts.provider}</strong></header>
<main>
<p class="notice">${texts.notice}</p>
<h1>${heading}</h1>
${content}
</main>
</body>
</html>
`
}
