/** The zones that the sandbox registry runs, with their yearly fees in the currency's minor unit. */
import type { Currency } from '@/lib/kernel/money'

/** .vn: R-VN-08. */
const BY_FEE: readonly (readonly [fee: number, zones: string])[] = [
  [350_000, 'vn'],
  [250_000, 'com.vn net.vn biz.vn ai.vn'],
  [100_000, 'edu.vn gov.vn org.vn ac.vn health.vn int.vn'],
  [50_000, 'info.vn pro.vn id.vn'],
  [20_000, 'name.vn io.vn'],
]

const GEOGRAPHIC = `angiang bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong binhphuoc
  binhthuan camau cantho caobang daklak daknong danang dienbien dongnai dongthap gialai hagiang haiduong
  haiphong hanam hanoi hatinh haugiang hoabinh hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai
  longan namdinh nghean ninhbinh ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri
  soctrang sonla tayninh thaibinh thainguyen thanhhoa thanhphohochiminh thuathienhue tiengiang travinh
  tuyenquang vinhlong vinhphuc yenbai`

const GEOGRAPHIC_FEE = 100_000

/** Fee of a Vietnamese-language name, in every zone of .vn. */
const IDN_FEE = 20_000

/** The labels under .香港 as A-labels: companies, persons, organisations, networks. */
const CHINESE = ['xn--55qx5d', 'xn--gmqw5a', 'xn--uc0atv', 'xn--od0alg']

/** Zones of other countries: what the sandbox charges a registrar, and what follows a deletion. */
const ELSEWHERE: readonly (readonly [
  zones: string,
  time: string,
  fee: number,
  Currency,
  redemption: number,
  pending: number,
])[] = [
  ['hk com.hk net.hk org.hk edu.hk gov.hk idv.hk', 'Asia/Hong_Kong', 150_00, 'HKD', 30, 0],
  ['xn--j6w193g', 'Asia/Hong_Kong', 150_00, 'HKD', 30, 0],
  [CHINESE.map((label) => `${label}.xn--j6w193g`).join(' '), 'Asia/Hong_Kong', 150_00, 'HKD', 30, 0],
  ['dk', 'Europe/Copenhagen', 60_00, 'DKK', 0, 0],
  ['ro', 'Europe/Bucharest', 30_00, 'RON', 0, 0],
  ['com org us', 'America/New_York', 9_00, 'USD', 30, 5],
  ['in', 'Asia/Kolkata', 6_00, 'USD', 30, 5],
  ['eu', 'Europe/Brussels', 4_00, 'EUR', 40, 0],
  ['uk co.uk', 'Europe/London', 4_00, 'EUR', 60, 2],
]

interface SeedZone {
  readonly name: string
  readonly currency: Currency
  readonly timeZone: string
  readonly yearlyFee: number
  readonly idnFee: number
  readonly redemptionDays: number
  readonly pendingDeleteDays: number
}

export const ZONES: readonly SeedZone[] = [
  ...BY_FEE.flatMap(([fee, zones]) => zones.split(' ').map((name) => vietnamese(name, fee))),
  ...GEOGRAPHIC.split(/\s+/).map((place) => vietnamese(`${place}.vn`, GEOGRAPHIC_FEE)),
  ...ELSEWHERE.flatMap(([zones, timeZone, yearlyFee, currency, redemptionDays, pendingDeleteDays]) =>
    zones.split(' ').map((name) => ({
      name,
      currency,
      timeZone,
      yearlyFee,
      idnFee: yearlyFee,
      redemptionDays,
      pendingDeleteDays,
    })),
  ),
]

function vietnamese(name: string, yearlyFee: number): SeedZone {
  const timeZone = 'Asia/Ho_Chi_Minh'
  return {
    name,
    currency: 'VND',
    timeZone,
    yearlyFee,
    idnFee: IDN_FEE,
    redemptionDays: 0,
    pendingDeleteDays: 0,
  }
}
