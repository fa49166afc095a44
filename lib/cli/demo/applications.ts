/** Everything that the demonstration's registrants apply for. The names of the README's tour stay free. */
import type { DraftDeclaration } from '@/lib/dossiers/declare/declaration.rule'
import { identityCard, powerOfAttorney, sealedDeclaration } from './papers'
import {
  BAO,
  BAO_AS_DELEGATE,
  BAO_HIMSELF,
  declarationOf,
  FILING_COMPANY,
  HUONG,
  MAI,
  MAI_HERSELF,
  MEILING,
  MEILING_HERSELF,
  type Person,
  POTTERY,
} from './parties'

export interface Paper {
  readonly kind: string
  readonly fileName: string
  readonly make: () => Promise<Buffer>
}

export interface DemoApplication {
  /** As typed; it also tells the application from the others. */
  readonly name: string
  /** Mail address of the account. */
  readonly owner: string
  readonly declaration: DraftDeclaration
  readonly papers: readonly Paper[]
}

interface Wishes {
  readonly years?: number
  readonly nameServers?: readonly string[]
  /** The copy of the card, where it is not a good one. */
  readonly card?: () => Promise<Buffer>
}

/** A person who files for themselves. */
function byPerson(name: string, owner: string, person: Person, wishes: Wishes = {}): DemoApplication {
  const { years = 1, nameServers, card = () => identityCard(person.card).toJpeg() } = wishes
  return {
    name,
    owner,
    declaration: declarationOf('individual', person.holder, { years, nameServers }),
    papers: [{ kind: 'identity-card', fileName: 'identity-card.jpg', make: card }],
  }
}

/** The pottery, by itself or by the company that files for it. */
function byPottery(name: string, years: number, isDelegated = false): DemoApplication {
  const { name: organisation = '', organisationNumber = '', representative = '' } = POTTERY
  const sealed = sealedDeclaration({ organisation, number: organisationNumber, representative, name })
  const power = powerOfAttorney({
    from: organisation,
    fromNumber: organisationNumber,
    to: FILING_COMPANY.name ?? '',
    toNumber: FILING_COMPANY.identityNumber ?? '',
    name,
  })
  const pdf = (kind: string, fileName: string, paper: typeof sealed) => ({
    ...{ kind, fileName },
    make: async () => paper.toPdf(),
  })
  return {
    name,
    owner: HUONG,
    declaration: declarationOf('organisation', POTTERY, {
      years,
      ...(isDelegated && { delegate: FILING_COMPANY }),
    }),
    papers: [
      pdf('registration-declaration', 'ban-khai.pdf', sealed),
      ...(isDelegated ? [pdf('power-of-attorney', 'giay-uy-quyen.pdf', power)] : []),
    ],
  }
}

/** Chan Mei Ling, for whom Bảo files in Vietnam. */
function byMeilingThroughBao(name: string): DemoApplication {
  const [her, him] = [MEILING_HERSELF.card, BAO_HIMSELF.card]
  const power = powerOfAttorney({
    ...{ from: her.name, fromNumber: her.number, to: him.name, toNumber: him.number },
    ...{ birthDate: him.birthDate, name },
  })
  return {
    name,
    owner: MEILING,
    declaration: declarationOf('individual', MEILING_HERSELF.holder, { years: 2, delegate: BAO_AS_DELEGATE }),
    papers: [
      {
        kind: 'notarised-identity-card',
        fileName: 'passport.jpg',
        make: () => identityCard(her, true).toJpeg(),
      },
      { kind: 'power-of-attorney', fileName: 'giay-uy-quyen.pdf', make: async () => power.toPdf() },
      { kind: 'delegate-identity-card', fileName: 'cccd-bao.jpg', make: () => identityCard(him).toJpeg() },
    ],
  }
}

const HOSTING = ['ns1.hosting.example', 'ns2.hosting.example']
const ANOTHER_NUMBER = { ...BAO_HIMSELF.card, number: '079086009999' }

export const FLOWERS = byPerson('tiem-hoa-mai.vn', MAI, MAI_HERSELF, { nameServers: HOSTING })
export const POTTERY_SHOP = byPottery('gom-xanh.com.vn', 2)
export const PHOTOGRAPHS = byPerson('bao-chup-anh.vn', BAO, BAO_HIMSELF)
export const TEA = byPerson('trà-sen-hồ-tây.vn', MAI, MAI_HERSELF, { years: 3 })
export const REPAIRS = byPerson('bao-sua-nha.name.vn', BAO, BAO_HIMSELF, {
  card: () => identityCard(ANOTHER_NUMBER).toJpeg(),
})
export const SALE = byPottery('gom-xanh-giam-gia.vn', 1)
export const LESSONS = byPerson('lop-cam-hoa.vn', MAI, MAI_HERSELF)
export const ROSES = byPerson('vuon-hong-nha-mai.vn', MAI, MAI_HERSELF, {
  card: () => identityCard(MAI_HERSELF.card).toJpeg(14),
})
export const WEDDINGS = byPerson('hoa-cuoi-mai.vn', MAI, MAI_HERSELF, { years: 2 })
export const COURIER = byPerson('giao-hoa-nhanh.vn', MAI, MAI_HERSELF)
export const GUITAR = byPerson('bao-day-guitar.vn', BAO, BAO_HIMSELF, { years: 2 })
export const GREEN_POTTERY = byPottery('gốm-xanh.vn', 5, true)
export const HONG_KONG_TEA = byMeilingThroughBao('meiling-tea.vn')
export const SOAP_FLOWERS = byPerson('hoa-sáp.vn', MAI, MAI_HERSELF)
export const COFFEE = byPerson('bao-cafe.vn', BAO, BAO_HIMSELF)
