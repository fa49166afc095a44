/** What the start page and the page of an extension show. */
import { type Notice, noticePlan } from '@/lib/domains/notices.rule'
import { businessNow } from '@/lib/platform/business-clock'
import {
  type ExtensionGroup,
  extensionGroups,
  type ExtensionView,
  extensionView,
} from '@/lib/policy/extension.query'
import { zoneById } from '@/lib/policy/resolver'
import { type ShownTerms, shownTerms, termsAt } from '@/lib/policy/terms'
import { legalDay } from '@/lib/kernel/days'
import { type SampleLife, sampleLife } from './sample-life.rule'

/** The zone whose name is drawn on the start page, and whose day decides which terms are in force. */
const HOME_ZONE = 'vn'

export interface StartView {
  readonly now: Date
  readonly groups: readonly ExtensionGroup[]
  /** The zone of the sample name. */
  readonly zone: string
  readonly life: SampleLife
}

/** The extensions with their prices, and the life of a sample name. */
export async function startView(): Promise<StartView> {
  const now = await businessNow()
  return {
    now,
    groups: extensionGroups(now),
    zone: HOME_ZONE,
    life: sampleLife(zoneById(HOME_ZONE), `example.${HOME_ZONE}`, now),
  }
}

export interface ExtensionPage {
  readonly now: Date
  readonly extension: ExtensionView
  readonly life: SampleLife
  /** What the holder of that sample name would be told, and when. */
  readonly notices: readonly Notice[]
}

/** One extension, as A- or U-labels, with the life of a sample name under it; null when it is not served. */
export async function extensionPage(text: string): Promise<ExtensionPage | null> {
  const now = await businessNow()
  const extension = extensionView(text, now)
  if (!extension) return null
  const { zone, suffix } = extension
  const life = sampleLife(zone, `example.${suffix}`, now)
  const expiresAt = life.events.find((event) => event.kind === 'expires')?.at
  return { now, extension, life, notices: expiresAt ? noticePlan(zone, expiresAt) : [] }
}

/** The registration terms in force today, in a language; the original where that language has none. */
export async function termsInForce(locale: string): Promise<ShownTerms> {
  const { timeZone } = zoneById(HOME_ZONE)
  return shownTerms(termsAt(legalDay(await businessNow(), timeZone)), locale)
}
