import type { LegalDay } from '@/lib/kernel/days'
import type { Param } from '../param'

/** A public holiday of a computed year: its days, weekends included. */
export interface Holiday {
  readonly name: string
  readonly days: readonly LegalDay[]
}

/**
 * The closed days of one country. `published` lists the closed weekdays of the years that the authority has
 * announced; every other year is computed from the base data and `adjust`, and is provisional.
 */
export interface HolidayCountry {
  /** ISO 3166 code, also the key of the base data. */
  readonly country: string
  readonly timeZone: string
  /** ISO weekdays (1 Monday … 7 Sunday) that are never worked, even when swapped as working days (R-NS-33). */
  readonly weeklyDaysOff: readonly number[]
  /** Whether a holiday on a weekly day off closes the next working day instead. */
  readonly compensates: boolean
  readonly published: Readonly<Record<number, Param<readonly LegalDay[]>>>
  /** Corrects the base data of a computed year. */
  adjust(year: number, base: readonly Holiday[]): readonly Holiday[]
}
