/** A part of a path as it was meant; empty when it is not valid percent-encoding. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
