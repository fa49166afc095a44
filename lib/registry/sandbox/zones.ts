/** The zones that the sandbox registry runs, with their yearly fees in VND (R-VN-08). */
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

/** Fee of a Vietnamese-language name, in every zone. */
export const IDN_FEE = 20_000

interface SeedZone {
  readonly name: string
  readonly yearlyFee: number
}

export const ZONES: readonly SeedZone[] = [
  ...BY_FEE.flatMap(([yearlyFee, zones]) => zones.split(' ').map((name) => ({ name, yearlyFee }))),
  ...GEOGRAPHIC.split(/\s+/).map((place) => ({ name: `${place}.vn`, yearlyFee: GEOGRAPHIC_FEE })),
]
