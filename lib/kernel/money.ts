/** Money: an amount in the currency's minor unit (VND has none), never a float. */
export const CURRENCIES = { VND: 0, HKD: 2, DKK: 2, RON: 2, EUR: 2, USD: 2 } as const
export type Currency = keyof typeof CURRENCIES

export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

export function money(minor: bigint | number, currency: Currency): Money {
  return { minor: BigInt(minor), currency }
}

/** Sum of two amounts of one currency. Throws when the currencies differ: that is a bug. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { minor: a.minor + b.minor, currency: a.currency }
}

/** `a − b` of one currency; may be negative. */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return { minor: a.minor - b.minor, currency: a.currency }
}

/** The amount `times` a whole number. */
export function times(a: Money, factor: number | bigint): Money {
  return { minor: a.minor * BigInt(factor), currency: a.currency }
}

/** The total of amounts of one currency; zero of `currency` for none. */
export function total(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, money(0, currency))
}

export function isCurrency(value: string): value is Currency {
  return value in CURRENCIES
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new Error(`currencies differ: ${a.currency} and ${b.currency}`)
}
