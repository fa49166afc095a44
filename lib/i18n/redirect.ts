import { cookies } from 'next/headers'
import { redirect as nextRedirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { localPath } from './locale'
import { LOCALE_COOKIE } from './routing'

/** Leaves for another page of the portal in the reader's language. Never returns: Next throws. */
export async function redirectTo(path: string): Promise<never> {
  return nextRedirect(localPath(await getLocale(), path))
}

/**
 * Leaves for a page in a language that the user has chosen, and keeps the choice: an action's redirect does not
 * pass the proxy that keeps it otherwise. Only in actions. Never returns: Next throws.
 */
export async function redirectInto(locale: string, path: string): Promise<never> {
  const { name, ...options } = LOCALE_COOKIE
  ;(await cookies()).set(name, locale, { ...options, path: '/' })
  return nextRedirect(localPath(locale, path))
}
