/**
 * What extensions have in common that are active right after the confirmed payment and ask for no documents
 * (R-HO-02, R-HO-03). What a zone's own documents would settle and nobody has seen is assumed.
 */
import type { Currency } from '@/lib/kernel/money'
import { assumed, byRule, type Param } from '../param'
import type { FeeTable, LifeAfterExpiry, ZonePolicy, ZoneSuffix, ZoneVersion } from '../policy'
import { PRICE_LIST, REGISTRAR_LAYER } from './registrar'

type RegistryLayer = ZoneVersion['registry']

/** The policies of these zones hold from the day on which the portal began to serve them. */
const SERVED_FROM = '2020-01-01'
export const NOT_SEEN = "the registry's own rules were not seen"

/** Prices of one name in the currency's minor unit; a price left out is no fee. */
export interface Prices {
  readonly currency: Currency
  /** The first year. */
  readonly registration: number
  /** Every further year, and every year of a renewal. */
  readonly renewal: number
  readonly transfer: number
  readonly reactivation?: number
  readonly redemption?: number
}

export interface AfterPayment {
  readonly zone: string
  readonly registry: string
  readonly country: string
  readonly timeZone: string
  readonly suffixes: readonly ZoneSuffix[]
  /** How names are written, as far as it is not a–z, 0–9 and hyphen from two characters on. */
  readonly syntax?: Partial<ZonePolicy['nameSyntax']>
  readonly prices: Prices
  readonly life: LifeAfterExpiry
  /** Whether a name stops resolving at its expiry; otherwise it works through its grace. */
  readonly suspended: Param<boolean>
  readonly periods?: RegistryLayer['periods']
  readonly nameServers?: RegistryLayer['nameServers']
  /** Years that a transfer in adds, where it is not the usual one. */
  readonly transferAddsYears?: Param<number>
  readonly terms: RegistryLayer['terms']
  /** What the registry has changed since, each from its own day on. */
  readonly later?: readonly Later[]
}

interface Later {
  readonly from: Param<string>
  readonly registry: Partial<RegistryLayer>
}

/** The policy of such an extension. */
export function afterPayment(of: AfterPayment): ZonePolicy {
  return {
    zone: of.zone,
    registry: of.registry,
    country: of.country,
    timeZone: of.timeZone,
    cutOver: assumed('16:30', "the hour of the registrar's own due work"),
    processing: assumed('every day', 'the registry takes commands at any time'),
    reception: {
      counter: assumed({ days: 'working days', hours: [] }, 'online only'),
      online: byRule('always', 'R-NS-01'),
    },
    nameSyntax: {
      letters: assumed('', 'the registrar offers a–z, 0–9 and hyphen only'),
      scripts: assumed([], NOT_SEEN),
      minLength: assumed(2, NOT_SEEN),
      maxLength: assumed(63, 'the limit of a label in the DNS'),
      ...of.syntax,
    },
    nameClasses: { idn: assumed('standard', 'one price for all names'), byLength: [] },
    suffixes: [...of.suffixes],
    reserved: [],
    versions: versionsOf(of),
  }
}

/** The version since the portal serves the extension, and one for each later change. */
function versionsOf(of: AfterPayment): ZoneVersion[] {
  const registry = registryLayer(of)
  const first = assumed(SERVED_FROM, 'since the portal serves the extension')
  return [{ from: first, registry: {} }, ...(of.later ?? [])].map(({ from, registry: changed }) => ({
    from,
    registry: { ...registry, ...changed },
    registrar: REGISTRAR_LAYER,
  }))
}

/** An extension in which every name has the same price, open to anyone unless more is known. */
export function suffix(text: string, idn: boolean, known: Partial<ZoneSuffix> = {}): ZoneSuffix {
  return {
    suffix: text,
    group: text.includes('.') ? 'third-level' : 'second-level',
    nameClass: 'standard',
    opening: assumed('open', NOT_SEEN),
    idn: assumed(idn, NOT_SEEN),
    ...known,
  }
}

function registryLayer(of: AfterPayment): RegistryLayer {
  const { prices, life, suspended, terms } = of
  return {
    periods:
      of.periods ??
      assumed({ registerMin: 1, registerMax: 10, renewMin: 1, renewMax: 9 }, 'a term of ten years at most'),
    suspensionAtExpiry: suspended,
    lifeAfterExpiry: life,
    renewalBarredWhile: assumed(['in-transfer'], NOT_SEEN),
    fees: feesOf(prices),
    documents: [],
    delegation: {
      individual: assumed(['individual', 'organisation'], NOT_SEEN),
      organisation: assumed(['individual', 'organisation'], NOT_SEEN),
    },
    transfer: transferByCode(of.transferAddsYears ?? byRule(1, 'R-HO-09')),
    allotment: byRule({ hours: 0, slot: false }, 'R-HO-02'),
    postalPaymentDays: assumed(0, 'nothing is filed by post'),
    activation: [],
    nameServers:
      of.nameServers ?? assumed({ min: 2, max: 13 }, 'two at least, so that one may fail; thirteen at most'),
    terms,
  }
}

function feesOf(prices: Prices): RegistryLayer['fees'] {
  const table = (amount: number | undefined): FeeTable[] => {
    if (amount === undefined) return []
    const { currency } = prices
    return [{ from: SERVED_FROM, currency, amounts: { standard: assumed(amount, PRICE_LIST) } }]
  }
  return {
    askedBy: {
      registration: 'R-HO-04',
      maintenance: 'R-HO-04',
      transfer: 'R-HO-04',
      reactivation: 'R-HO-04',
      redemption: 'R-HO-10',
    },
    registration: table(prices.registration),
    registrationCovers: assumed(1, PRICE_LIST),
    maintenance: table(prices.renewal),
    transfer: table(prices.transfer),
    reactivation: table(prices.reactivation),
    redemption: table(prices.redemption),
  }
}

/** R-HO-09: unlocked, with an authorisation code, and usually one more year. No term left is asked for. */
function transferByCode(addsYears: Param<number>): RegistryLayer['transfer'] {
  const any = assumed({ operator: '≥' as const, days: 0 }, 'R-HO states none')
  return {
    out: {
      sinceRegistration: assumed({ operator: '≥', days: 60 }, 'usual for extensions of this kind'),
      daysLeft: any,
      debtsPaid: assumed(true, "the registrar's own terms"),
      contractLiquidated: assumed(false, 'no paper contract'),
    },
    in: {
      daysLeft: any,
      addsYears,
      authority: byRule('authorisation-code', 'R-HO-09'),
      feeDue: byRule(true, 'R-HO-03'),
    },
    barredWhile: assumed(['in-dispute'], NOT_SEEN),
  }
}
