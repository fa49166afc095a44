'use client'
import NextLink from 'next/link'
import { usePathname as useFullPathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { DEFAULT_LOCALE, isLocale, type Locale, localPath, pathWithoutLocale } from './locale'

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href'> & {
  /** A path of the portal without its language, such as `/names`; query and fragment are kept. */
  href: string
}

/**
 * A link inside the portal that stays in the reader's language. It does not prefetch unless asked: pages are
 * rendered per reader, so that each prefetch would cost a full render.
 */
export function Link({ href, prefetch = false, ...rest }: LinkProps) {
  return <NextLink {...rest} href={localPath(useCurrentLocale(), href)} prefetch={prefetch} />
}

/** The current path without its language: `/names/example.vn`. */
export function usePathname(): string {
  return pathWithoutLocale(useFullPathname())
}

/** The language of the current address. Read from the path: a not-found page has no parameters. */
export function useCurrentLocale(): Locale {
  const first = useFullPathname().split('/')[1]
  return isLocale(first) ? first : DEFAULT_LOCALE
}
