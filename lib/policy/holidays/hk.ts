import type { HolidayCountry } from './country'

/**
 * Hong Kong: Saturdays and Sundays closed for a registry's desk. The base data holds the general holidays with
 * the days that stand in for those on a Sunday; no year was checked against the Gazette, so all are provisional.
 */
export const HONG_KONG: HolidayCountry = {
  country: 'HK',
  timeZone: 'Asia/Hong_Kong',
  weeklyDaysOff: [6, 7],
  compensates: false,
  published: {},
  adjust: (_year, base) => base,
}
