/** What the answer with any page must say besides its content, and what its addresses must not. */
import { expect } from '@playwright/test'
import { db } from '@/lib/platform/db'
import type { Scene } from './scene'

type Headers = Readonly<Record<string, string>>

/** A page as the server sent it. */
export interface PageAnswer {
  readonly at: string
  readonly headers: Headers
  readonly html: string
}

/** The policy of an answer, by directive. */
export function policyOf(headers: Headers): Map<string, string> {
  const policy = headers['content-security-policy'] ?? ''
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values.join(' ')]
    }),
  )
}

/** Wants a policy with a nonce that no answer in `nonces` had, on all scripts; and no other site to read it. */
export function expectOwnPolicy({ at, headers, html }: PageAnswer, nonces: Set<string>): void {
  const policy = policyOf(headers)
  const scripts = policy.get('script-src') ?? ''
  expect(scripts, at).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/)
  const nonce = /'nonce-([\w+/=-]{22,})'/.exec(scripts)?.[1] ?? ''
  expect(nonce, at).not.toBe('')
  expect([...nonces], at).not.toContain(nonce)
  nonces.add(nonce)
  for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) expect(tag, at).toContain(`nonce="${nonce}"`)
  expect(policy.get('frame-ancestors'), at).toBe("'none'")
  expect(policy.get('object-src'), at).toBe("'none'")
  expect(policy.get('base-uri'), at).toBe("'none'")
  expect(policy.get('form-action'), at).toBe("'self'")
  expect(headers['x-content-type-options'], at).toBe('nosniff')
  expect(headers['x-powered-by'], at).toBeUndefined()
  expect(headers['access-control-allow-origin'], at).toBeUndefined()
}

/** What is known of the owner as a person, none of which may stand in an address. */
export async function personalData(scene: Scene): Promise<readonly string[]> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: scene.owner.userId } })
  const dossier = await db().dossier.findUniqueOrThrow({ where: { id: scene.ids.filedId } })
  const { holder } = dossier.declaration as { holder: Record<string, string> }
  const { name, identityNumber, phone, birthDate, street } = holder
  const data = [email, name, identityNumber, holder.email, phone, birthDate, street]
  return data.map((datum) => datum ?? '@')
}

/** Wants none of the personal data in any address that a page links or posts to; how many those are. */
export function expectNothingPersonalInAddresses(
  { at, html }: PageAnswer,
  personal: readonly string[],
): number {
  const addresses = [...html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map(([, to = '']) =>
    decodeURIComponent(to.replaceAll('&amp;', '&').replaceAll('+', ' ')),
  )
  expect(
    addresses.filter((to) => personal.some((datum) => to.includes(datum))),
    at,
  ).toEqual([])
  return addresses.length
}
