/** The hosted page in English; the other languages have the same texts. */
export const en = {
  title: 'Pay {amount}',
  merchant: 'Tenure, registrar of domain names',
  provider: 'Sandbox Pay',
  notice: 'Sandbox: no real money moves',
  amount: 'Amount',
  for: 'For',
  to: 'To',
  card: 'Test card number',
  cardHint: '{accepted} succeeds, {declined} is declined. Do not type a real card number.',
  cardWrong: 'This is not one of the two test cards, so nothing was paid. Type {accepted} and pay again.',
  keep: 'Keep this card for later payments',
  keepHint:
    'The merchant never sees its number and can charge it only for what you agreed to there. {later} pays now and is declined later.',
  pay: 'Pay {amount}',
  payTwice: 'Pay twice',
  payTwiceHint: 'Pays the amount two times, to try what happens to a surplus.',
  decline: 'Decline',
  declineHint: 'Ends this page without a payment.',
  paid: 'Paid: {amount}',
  paidTwice: 'Paid twice: {amount} each time',
  paidNext: 'The merchant is being told. Go back to see your invoice; it shows the payment within seconds.',
  failed: 'Not paid: declined',
  failedNext: 'No payment was made. Go back and open a new payment to try again.',
  expired: 'Not paid: this page has expired',
  expiredNext: 'No payment was made. Go back and open a new payment to try again.',
  back: 'Back to the merchant',
  missing: 'There is no such payment page',
  missingNext: 'The address is wrong or cut off. Open the payment again from your invoice.',
}

export type Texts = Readonly<Record<keyof typeof en, string>>
