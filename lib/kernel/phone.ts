/** A phone number as E.164; one written without its country is taken as Vietnamese. */
export function phoneNumber(written: string): string {
  const digits = written.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return digits
  return digits.startsWith('0') ? `+84${digits.slice(1)}` : `+${digits}`
}
