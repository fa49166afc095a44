/** Who the demonstration's registrants are, as they declare themselves. Nobody of these exists. */
import type { DraftDeclaration } from '@/lib/dossiers/declare/declaration.rule'
import type { CardHolder } from './papers'

export const MAI = 'registrant@tenure.example'
export const BAO = 'bao@example.vn'
export const HUONG = 'huong@example.vn'
export const MEILING = 'meiling@tenure.example'
export const AGENT = 'agent@tenure.example'
export const SECOND_AGENT = 'agent2@tenure.example'

/** What a step of the declaration says. */
type Step = Readonly<Record<string, string>>

export interface Person {
  readonly holder: Step
  readonly card: CardHolder
}

const vietnam = { country: 'VN' }

export const MAI_HERSELF: Person = {
  holder: {
    name: 'Nguyễn Thị Mai',
    identityNumber: '001190004218',
    birthDate: '1990-05-17',
    street: '25 Hàng Bông, Hoàn Kiếm',
    city: 'Hà Nội',
    email: MAI,
    phone: '0912000118',
    ...vietnam,
  },
  card: { name: 'Nguyễn Thị Mai', number: '001190004218', birthDate: '1990-05-17' },
}

export const BAO_HIMSELF: Person = {
  holder: {
    name: 'Trần Quốc Bảo',
    identityNumber: '079086003157',
    birthDate: '1986-11-02',
    street: '112 Trần Hưng Đạo, Quận 1',
    city: 'TP. Hồ Chí Minh',
    email: BAO,
    phone: '0908000264',
    ...vietnam,
  },
  card: { name: 'Trần Quốc Bảo', number: '079086003157', birthDate: '1986-11-02' },
}

export const MEILING_HERSELF: Person = {
  holder: {
    name: '陳美玲',
    identityNumber: 'K01234567',
    birthDate: '1979-09-30',
    street: '德輔道中 88 號 12 樓',
    city: '中環',
    country: 'HK',
    email: MEILING,
    phone: '+852 5550 0123',
  },
  card: { name: 'Chan Mei Ling', number: 'K01234567', birthDate: '1979-09-30' },
}

export const POTTERY: Step = {
  name: 'Công ty TNHH Gốm Xanh Bát Tràng',
  organisationNumber: '0109990018',
  representative: 'Đỗ Thanh Hương',
  street: 'Xóm 3, Bát Tràng, Gia Lâm',
  city: 'Hà Nội',
  email: HUONG,
  phone: '0904000377',
  ...vietnam,
}

/** The company that files for the pottery (R-NS-10). */
export const FILING_COMPANY: Step = {
  delegateKind: 'organisation',
  name: 'Công ty CP Dịch vụ Sen Vàng',
  identityNumber: '0109990027',
  email: 'hoso@example.vn',
  phone: '0243900045',
}

/** Bảo as the one who files for somebody else (R-NS-12). */
export const BAO_AS_DELEGATE: Step = {
  delegateKind: 'individual',
  name: 'Trần Quốc Bảo',
  identityNumber: '079086003157',
  birthDate: '1986-11-02',
  email: BAO,
  phone: '0908000264',
}

const SAME_AS_HOLDER: Step = { 'admin.from': 'holder', 'tech.from': 'holder', 'billing.from': 'holder' }

/** A complete declaration; without a delegate the holder files. */
export function declarationOf(
  applicantKind: 'individual' | 'organisation',
  holder: Step,
  { years, delegate, nameServers }: { years: number; delegate?: Step; nameServers?: readonly string[] },
): DraftDeclaration {
  const own = (nameServers ?? []).map((server, at) => [`ns${at + 1}`, server])
  return {
    applicant: { applicantKind, filedBy: delegate ? 'delegate' : 'self', years: String(years) },
    ...(delegate && { delegate }),
    holder,
    contacts: SAME_AS_HOLDER,
    'name-servers': nameServers ? { mode: 'own', ...Object.fromEntries(own) } : { mode: 'parking' },
  }
}
