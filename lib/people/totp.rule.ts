import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30

/** The 30-second step (RFC 6238) of an instant. */
export function stepAt(at: Date): bigint {
  return BigInt(Math.floor(at.getTime() / 1000 / STEP_SECONDS))
}

function totpOf(secret: string, label = 'Tenure'): TOTP {
  return new TOTP({ issuer: 'Tenure', label, secret: Secret.fromBase32(secret), period: STEP_SECONDS })
}

/** A fresh secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that authenticator apps read. */
export function totpUri(secret: string, label: string): string {
  return totpOf(secret, label).toString()
}

/** The code that is valid at an instant. */
export function totpCode(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() })
}

/**
 * The step a code belongs to, one step either way allowed for slow clocks; null when the code is wrong or its
 * step was used already (a code seen over a shoulder works no second time).
 */
export function acceptedStep(secret: string, code: string, at: Date, lastStep: bigint): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  if (delta === null) return null
  const step = stepAt(at) + BigInt(delta)
  return step > lastStep ? step : null
}
