import { describe, expect, test } from 'vitest'
import { assumed } from './param'
import { type FeeTable, parseZone, type ZonePolicy, type ZoneVersion } from './policy'
import { allZones, zoneById } from './resolver'
import { decideContent } from './versions/draft.rule'

const com = zoneById('com')
const FROM = '2027-01-01'
const { currency } = com.versions[0]!.registry.fees.maintenance[0]!
const OTHER = currency === 'EUR' ? 'USD' : 'EUR'

type Fees = ZoneVersion['registry']['fees']
const table = (from: string, amount: number, of: FeeTable['currency'] = currency): FeeTable => ({
  ...{ from, currency: of, amounts: { standard: assumed(amount, 'a test') } },
})
const fees = (change: (fees: Fees) => void) => (version: ZoneVersion) => change(version.registry.fees)
const charges = (noticeDays: number, chargeDays: number[]) => (version: ZoneVersion) =>
  void (version.registrar.autoRenewal = assumed({ noticeDays, chargeDays }, 'a test'))
const noFees = fees((all) => {
  Object.assign(all, { registration: [], maintenance: [], transfer: [], reactivation: [], redemption: [] })
})

const FAULTS: [string, (version: ZoneVersion) => void, string, string][] = [
  [
    'R-NS-28 no yearly fees',
    fees((all) => void (all.maintenance = [])),
    'fees-none',
    'there are no maintenance fees',
  ],
  [
    'R-NS-24 no registration fees',
    fees((all) => void (all.registration = [])),
    'fees-none',
    'no registration fees',
  ],
  [
    'R-NS-28 yearly fees that begin later than the version',
    fees((all) => void (all.maintenance = [table('2027-02-01', 1300)])),
    'fees-late',
    'the maintenance fees begin on 2027-02-01, after the version itself',
  ],
  [
    'R-NS-24 registration fees that begin later than the version',
    fees((all) => void (all.registration = [table('2027-01-02', 1100)])),
    'fees-late',
    'the registration fees begin on 2027-01-02',
  ],
  [
    'R-NS-28 a year for nothing',
    fees((all) => void (all.maintenance = [table(FROM, 0)])),
    'fee-zero',
    'the maintenance fees from 2027-01-01 are zero for class standard',
  ],
  [
    'R-NS-24 a registration for nothing that holds the first year',
    fees((all) => void (all.registration = [table(FROM, 0)])),
    'fee-zero',
    'the registration fees from 2027-01-01 are zero',
  ],
  [
    'R-HO-04 fees in two currencies',
    fees((all) => void (all.transfer = [table('2020-01-01', 1300, OTHER)])),
    'currencies',
    'the fees on 2027-01-01 are in several currencies: EUR, USD',
  ],
  [
    'R-HO-04 fees that part in currency later',
    fees((all) => void all.maintenance.push(table('2028-03-01', 1300, OTHER))),
    'currencies',
    'the fees on 2028-03-01 are in several currencies',
  ],
  ['R-NS-24 fees that end', noFees, 'fees-end', 'has no fees, although one before it has'],
  [
    'R-NS-27 told on the day of the charge',
    charges(7, [7, 5]),
    'charge-untold',
    'not before its first charge, 7 days before it',
  ],
  [
    'R-NS-27 told after the first charge',
    charges(6, [1, 7]),
    'charge-untold',
    'told of 6 days before the expiry',
  ],
]

const drafted = (change: (version: ZoneVersion) => void): ZoneVersion => {
  const version = { ...structuredClone(com.versions[0] as ZoneVersion), from: assumed(FROM, 'a test') }
  change(version)
  return version
}

test.each(FAULTS)('%s: no draft, and no file', (_what, change, code, fault) => {
  const version = drafted(change)
  const decided = decideContent(com, version)
  expect(decided).toMatchObject({ refusal: { code: `policy-fault-${code}` } })
  const zone: ZonePolicy = { ...structuredClone(com), versions: [...structuredClone(com.versions), version] }
  expect(() => parseZone(zone)).toThrow(fault)
})

describe('what holds', () => {
  test.each<[string, (version: ZoneVersion) => void]>([
    ['fees of long ago', () => undefined],
    [
      'fees that change their currency all on one day',
      fees((all) => {
        for (const kind of ['registration', 'maintenance', 'transfer', 'redemption'] as const) {
          if (all[kind].length > 0) all[kind].push(table('2028-03-01', 1500, OTHER))
        }
      }),
    ],
    ['a transfer for nothing', fees((all) => void (all.transfer = [table('2020-01-01', 0)]))],
    [
      'a registration for nothing beside the years that it does not hold',
      fees((all) => {
        all.registration = [table(FROM, 0)]
        all.registrationCovers = assumed(0, 'a test')
      }),
    ],
    ['told a day before the first charge', charges(8, [7, 5])],
  ])('%s', (_what, change) => {
    expect(decideContent(com, drafted(change))).toMatchObject({ ok: true })
  })

  test('every zone that ships, and the version of .vn from before its fees are on record', () => {
    for (const zone of allZones()) expect(parseZone(zone)).toEqual(zone)
    expect(zoneById('vn').versions[0]?.registry.fees.maintenance).toEqual([])
  })
})
