/** The hosted pages' requests. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CardVerdict, decideCard } from './card.rule'
import { type Choice, choose, findCheckout } from './checkout.store'
import { HttpProblem, readBody } from './http'
import { checkoutPage, missingPage, PAGE_HEADERS } from './page'
import type { Service } from './service'

const CHOICES: readonly string[] = ['pay', 'pay-twice', 'decline'] satisfies Choice[]

/** Answers a request below `/pay`: GET shows, POST carries out the payer's choice and leads back to GET. */
export async function servePage(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname
  const checkout = await findCheckout(service.pool, path.slice('/pay/'.length))
  if (!checkout) return sendPage(response, 404, missingPage(request.headers['accept-language'] ?? 'en'))
  if (request.method === 'GET' || request.method === 'HEAD')
    return sendPage(response, 200, checkoutPage(checkout))
  if (request.method !== 'POST') throw new HttpProblem(405, 'method-not-allowed')
  const form = new URLSearchParams(await readBody(request))
  const choice = form.get('choice') ?? ''
  if (!CHOICES.includes(choice)) throw new HttpProblem(400, 'request-invalid')
  const card: CardVerdict = decideCard(form.get('card') ?? '')
  if (choice !== 'decline' && card.outcome === 'not-a-test-card' && checkout.status === 'open') {
    return sendPage(response, 422, checkoutPage(checkout, true))
  }
  await choose(service.pool, checkout.id, { choice: choice as Choice, card, keep: form.get('keep') === 'on' })
  service.wake()
  response.writeHead(303, { location: path, 'cache-control': 'no-store' }).end()
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { ...PAGE_HEADERS }).end(html)
}
