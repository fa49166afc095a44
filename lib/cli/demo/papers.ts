/** The papers that the demonstration's registrants hand in. Each says that it is a specimen. */
import { Drawing } from './drawing'

export interface CardHolder {
  readonly name: string
  readonly number: string
  readonly birthDate: string
}

/** An identity card or passport page; `notary` adds the notary's stamp (R-NS-12). */
export function identityCard({ name, number, birthDate }: CardHolder, notary = false): Drawing {
  const card = new Drawing(860, 540)
    .box(22, 22, 816, 496, 'grey')
    .box(60, 130, 200, 250, 'grey')
    .ring(160, 215, 44, 'grey')
    .draw(
      [
        [90, 370],
        [100, 310],
        [160, 282],
        [220, 310],
        [230, 370],
      ],
      'grey',
      3,
    )
    .write('SPECIMEN - IDENTITY CARD', 60, 62, 26, 'red')
    .write('NUMBER', 300, 136, 14, 'grey')
    .write(number, 300, 166, 38)
    .write('FULL NAME', 300, 246, 14, 'grey')
    .write(name, 300, 272, 24)
    .write('DATE OF BIRTH', 300, 330, 14, 'grey')
    .write(birthDate.split('-').reverse().join('/'), 300, 356, 24)
    .write(`ID<${number}<<${name.replaceAll(' ', '<')}<<<`.slice(0, 42), 60, 452, 18)
  if (!notary) return card
  return card
    .ring(730, 380, 74, 'red')
    .write('TRUE COPY', 680, 362, 12, 'red')
    .write('NOTARY', 694, 390, 12, 'red')
}

function letter(title: string, lines: readonly string[]): Drawing {
  const sheet = new Drawing(595, 842)
    .write('SPECIMEN - FOR DEMONSTRATION ONLY', 56, 52, 8, 'red')
    .write(title, 56, 96, 13)
  for (const [at, line] of lines.entries()) sheet.write(line, 56, 150 + at * 30, 9)
  return sheet
}

export interface Sealed {
  readonly organisation: string
  readonly number: string
  readonly representative: string
  readonly name: string
}

/** An organisation's registration declaration, signed and sealed (R-NS-09). */
export function sealedDeclaration({ organisation, number, representative, name }: Sealed): Drawing {
  return letter('BAN KHAI DANG KY TEN MIEN', [
    `DOMAIN NAME: ${name}`,
    `ORGANISATION: ${organisation}`,
    `TAX CODE: ${number}`,
    `REPRESENTATIVE: ${representative}`,
    'WE DECLARE THAT ALL DATA IS TRUE.',
  ])
    .write(representative, 330, 470, 9)
    .sign(representative, 340, 430)
    .ring(310, 420, 58, 'red')
    .write('SEAL', 286, 414, 12, 'red')
}

export interface Power {
  readonly from: string
  readonly fromNumber: string
  readonly to: string
  readonly toNumber: string
  readonly name: string
  /** Of a person; an organisation has none. */
  readonly birthDate?: string
}

/** A power of attorney: whom, for which dossier of which name, with which duties (R-NS-10, R-NS-12). */
export function powerOfAttorney({ from, fromNumber, to, toNumber, name, birthDate }: Power): Drawing {
  return letter('GIAY UY QUYEN - POWER OF ATTORNEY', [
    `FROM: ${from}`,
    `NUMBER: ${fromNumber}`,
    `TO: ${to}`,
    `NUMBER: ${toNumber}`,
    ...(birthDate ? [`BORN: ${birthDate}`] : []),
    `SCOPE: REGISTRATION OF ${name}`,
    'DUTIES: CONTACT, TECHNICAL MANAGEMENT,',
    'PAYMENT OF THE YEARLY FEE.',
  ])
    .sign(from, 340, 520)
    .write(from, 330, 550, 8)
}
