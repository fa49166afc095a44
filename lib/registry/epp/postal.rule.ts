import type { PostalAddress } from '../gateway'

const ASCII = /^[\x20-\x7e]*$/

/** The two forms of a postal address (RFC 5733 §2.4): `loc` as written, `int` in ASCII. */
interface PostalForms {
  readonly loc?: PostalAddress
  readonly int?: PostalAddress
}

/**
 * An ASCII address goes out as `int` alone. Any other goes out as `loc`, with an `int` form beside it when
 * leaving out the accents (Vietnamese, Danish, Romanian …) makes it ASCII; Chinese or Hindi stays `loc` alone.
 */
export function postalForms(address: PostalAddress): PostalForms {
  if (isAscii(address)) return { int: address }
  const plain = mapTexts(address, withoutAccents)
  return isAscii(plain) ? { loc: address, int: plain } : { loc: address }
}

function isAscii(address: PostalAddress): boolean {
  return texts(address).every((text) => ASCII.test(text))
}

function texts(address: PostalAddress): string[] {
  const { street = [], ...lines } = address
  return [...street, ...Object.values(lines).filter((line) => line !== undefined)]
}

function mapTexts(address: PostalAddress, change: (text: string) => string): PostalAddress {
  const changed = Object.fromEntries(
    Object.entries(address).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : value?.map(change),
    ]),
  )
  return changed as unknown as PostalAddress
}

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ø: 'oe',
  Ø: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
}

function withoutAccents(text: string): string {
  return text
    .replace(/[đĐøØæÆß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
