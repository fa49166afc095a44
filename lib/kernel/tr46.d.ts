/** The part of tr46 6 that is used; the package ships no types. */
declare module 'tr46' {
  export interface Options {
    checkBidi?: boolean
    checkHyphens?: boolean
    checkJoiners?: boolean
    useSTD3ASCIIRules?: boolean
    verifyDNSLength?: boolean
    transitionalProcessing?: boolean
    ignoreInvalidPunycode?: boolean
  }
  export function toASCII(name: string, options?: Options): string | null
  export function toUnicode(name: string, options?: Options): { domain: string; error: boolean }
}
