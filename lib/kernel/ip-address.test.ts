import { expect, test } from 'vitest'
import { isIpAddress } from './ip-address'

test.each([
  ['192.0.2.1', true],
  ['0.0.0.0', true],
  ['255.255.255.255', true],
  ['2001:db8::1', true],
  ['::ffff:192.0.2.1', true],
  ['192.0.2.1.', false],
  ['192.0.2', false],
  ['256.0.0.1', false],
  ['01.2.3.4', false],
  [':::', false],
  ['2001:db8::1::2', false],
  ['2001:db8::g', false],
  ['', false],
])('%j is an address: %s', (text, expected) => expect(isIpAddress(text)).toBe(expected))
