import { redirect as nextRedirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { localPath } from './locale'

/** Leaves for another page of the portal in the reader's language. Never returns: Next throws. */
export async function redirectTo(path: string): Promise<never> {
  return nextRedirect(localPath(await getLocale(), path))
}
