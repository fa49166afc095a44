/** The suffixes under .vn, the letters of its names, and its reserved labels. */
import { assumed, publicly } from '../param'
import type { ZonePolicy, ZoneSuffix } from '../policy'

const PUBLIC_SUFFIX_LIST = 'Public Suffix List'
const LIST_STATE = 'as of tldts 7.5.4'

const open = assumed('open' as const, 'open to anyone; the opening rule was not seen')
const organisations = assumed('organisations only' as const, 'meant for organisations of its field')
const idn = assumed(true, 'read from the fee table, where the IDN class comes before the third levels')

const BUSINESS = ['com', 'net', 'biz', 'ai']
const SECTOR = ['edu', 'gov', 'org', 'ac', 'health', 'int']
const INFORMATION = ['info', 'pro', 'id']
const PERSONAL = ['name', 'io']

/** Second-level names by administrative area, as the public list has them. */
const AREAS = `angiang bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong binhphuoc
  binhthuan camau cantho caobang daklak daknong danang dienbien dongnai dongthap gialai hagiang haiduong
  haiphong hanam hanoi hatinh haugiang hoabinh hue hungyen khanhhoa kiengiang kontum laichau lamdong langson
  laocai longan namdinh nghean ninhbinh ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri
  soctrang sonla tayninh thaibinh thainguyen thanhhoa thanhphohochiminh thuathienhue tiengiang travinh
  tuyenquang vinhlong vinhphuc yenbai`.split(/\s+/)

export const VN_SUFFIXES: ZoneSuffix[] = [
  { suffix: 'vn', group: 'second-level', nameClass: 'second-level', opening: open, idn },
  ...BUSINESS.map((label) => thirdLevel(label, 'third-level-business', open)),
  ...SECTOR.map((label) => thirdLevel(label, 'third-level-sector', organisations)),
  ...INFORMATION.map((label) => thirdLevel(label, 'third-level-information', open)),
  ...PERSONAL.map((label) => thirdLevel(label, 'third-level-personal', open)),
  ...AREAS.map(
    (label): ZoneSuffix => ({
      suffix: `${label}.vn`,
      group: 'geographic',
      nameClass: 'third-level-sector',
      opening: publicly('open', PUBLIC_SUFFIX_LIST, LIST_STATE),
      idn,
    }),
  ),
]

/** The letters of Vietnamese beyond a–z: đ, and each vowel with and without each of the five tones. */
export const VIETNAMESE_LETTERS = `đ${'aăâeêioôơuưy'
  .split('')
  .flatMap((vowel) => ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => vowel + tone))
  .map((letter) => letter.normalize('NFC'))
  .filter((letter) => !/^[a-z]$/.test(letter))
  .join('')}`

/** State organs and technical labels kept back from public filing. */
export const VN_RESERVED: ZonePolicy['reserved'] = [
  {
    suffix: 'vn',
    labels: assumed(
      `chinhphu quochoi chutichnuoc thutuongchinhphu toaannhandan vienkiemsatnhandan dangcongsan dcs mattran
        bocongan boquocphong bongoaigiao botaichinh boyte bogiaoduc nic vnnic whois rdap www localhost wpad`.split(
        /\s+/,
      ),
      'state organs and technical labels; the official list was not seen',
    ),
  },
]

function thirdLevel(label: string, nameClass: string, opening: ZoneSuffix['opening']): ZoneSuffix {
  return { suffix: `${label}.vn`, group: 'third-level', nameClass, opening, idn }
}
