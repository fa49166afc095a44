import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const OWN = 'https://portal.example'

test.each([
  ['its own page', { origin: OWN, host: 'portal.example' }, true],
  [
    'its own page through a proxy',
    { origin: OWN, host: '127.0.0.1:3000', 'x-forwarded-host': 'portal.example' },
    true,
  ],
  [
    'its own page through two proxies',
    { origin: OWN, host: 'a', 'x-forwarded-host': 'Portal.example, b' },
    true,
  ],
  ['another port', { origin: OWN, host: 'portal.example:8443' }, false],
  ['a foreign page', { origin: 'https://evil.example', host: 'portal.example' }, false],
  [
    'a foreign page through a proxy',
    { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'portal.example' },
    false,
  ],
  ['no Origin', { host: 'portal.example' }, false],
  ['the Origin of a sandbox', { origin: 'null', host: 'portal.example' }, false],
])('a request from %s', (_what, headers, expected) =>
  expect(isSameOrigin({ headers: new Headers(headers as Record<string, string>) } as Request)).toBe(expected),
)
