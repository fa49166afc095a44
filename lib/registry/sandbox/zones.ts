/** The zones that the sandbox registry runs: every extension that the portal serves, by its newest version. */
import type { Currency } from '@/lib/kernel/money'
import type { ZonePolicy, ZoneSuffix } from '@/lib/policy/policy'
import { ZONES } from '@/lib/policy/zones'

/** Fees are yearly, in the currency's minor unit. */
interface SeedZone {
  readonly name: string
  readonly currency: Currency
  readonly timeZone: string
  readonly yearlyFee: number
  /** Fee of a name that is not ASCII. */
  readonly idnFee: number
  readonly redemptionDays: number
  readonly pendingDeleteDays: number
}

/** What the registry must know of each extension; a new policy needs no word here. */
export function zonesToSeed(policies: readonly ZonePolicy[] = ZONES): readonly SeedZone[] {
  return policies.flatMap((policy) => policy.suffixes.map((suffix) => seedZone(policy, suffix)))
}

/** Throws when the policy has no yearly fee for the extension: such a policy cannot be served either. */
function seedZone({ zone, timeZone, nameClasses, versions }: ZonePolicy, suffix: ZoneSuffix): SeedZone {
  const newest = versions.at(-1)?.registry
  const table = newest?.fees.maintenance.at(-1)
  const feeOf = (nameClass: string) => table?.amounts[nameClass]?.value
  const yearlyFee = feeOf(suffix.nameClass)
  if (!newest || !table || yearlyFee === undefined)
    throw new Error(`no yearly fee for ${suffix.suffix} of ${zone}`)
  const life = newest.lifeAfterExpiry
  return {
    name: suffix.suffix,
    ...{ currency: table.currency, timeZone, yearlyFee },
    idnFee: feeOf(nameClasses.idn.value) ?? yearlyFee,
    redemptionDays: life.kind === 'redemption' ? life.redemptionDays.value : 0,
    pendingDeleteDays: life.kind === 'redemption' ? life.pendingDeleteDays.value : 0,
  }
}
