/** The port behind which payment providers stand. */
import type { Money } from '@/lib/kernel/money'
import type { Result } from '@/lib/kernel/result'

export interface CheckoutOrder {
  /** Our checkout's id: the provider's idempotency key, and the reference that its events carry. */
  readonly checkoutId: string
  readonly amount: Money
  readonly description: string
  /** Where the payer comes back to. */
  readonly returnUrl: string
  readonly locale: string
  /** The customer to whom the provider may offer to keep the card for later payments. */
  readonly keepCardFor?: string
}

export interface OpenedCheckout {
  readonly providerRef: string
  /** The provider's own page. */
  readonly url: string
}

export interface PayoutOrder {
  /** The provider's idempotency key: asked again with the same one, it pays once. */
  readonly key: string
  readonly amount: Money
  readonly description: string
  /** Back to the payer of this payment; without it, to the customer whom the provider knows by `customerId`. */
  readonly providerPaymentId?: string
  readonly customerId?: string
}

export type PayoutAnswer =
  | { readonly outcome: 'done'; readonly providerRef: string }
  | { readonly outcome: 'refused'; readonly providerRef: string; readonly reason: string }

export interface ChargeOrder {
  /** The provider's idempotency key, and the reference that its message carries. */
  readonly key: string
  readonly amount: Money
  readonly description: string
  /** The provider's token of a kept card … */
  readonly card: string
  /** … and whose it is. */
  readonly customerId: string
}

export type ChargeAnswer =
  | { readonly outcome: 'done'; readonly paymentId: string }
  | { readonly outcome: 'declined'; readonly reason: string }

/** A verified message of the provider; what it says is read when it is processed. */
export interface ProviderMessage {
  readonly providerEventId: string
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** As much of `Headers` as is needed. */
export interface WebhookHeaders {
  get(name: string): string | null
}

/**
 * A payment provider. Calls go over the network, so never inside a transaction. An answer that did not come is
 * the refusal `payment-provider-unreachable`: whether it was carried out is unknown, and it is asked again
 * with the same key.
 */
export interface PaymentProvider {
  readonly name: string
  openCheckout(order: CheckoutOrder): Promise<Result<OpenedCheckout>>
  /** Charges a kept card. */
  charge(order: ChargeOrder): Promise<Result<ChargeAnswer>>
  /** Forgets a kept card; one that is forgotten already is no fault. */
  forgetCard(token: string): Promise<Result<unknown>>
  payOut(order: PayoutOrder): Promise<Result<PayoutAnswer>>
  /** Refuses `webhook-signature` and `webhook-unreadable`. `now` is the system's time. */
  verifyWebhook(rawBody: string, headers: WebhookHeaders, now: Date): Result<ProviderMessage>
}
