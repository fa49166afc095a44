/** The page after the password: where the reader wanted to go, or the second factor on the way there. */
export function pathAfterSignIn(next: string, wanted: string): string {
  return next === 'done' ? wanted : `/sign-in/code?next=${encodeURIComponent(wanted)}`
}
