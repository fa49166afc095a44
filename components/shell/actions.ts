'use server'
import { cookies } from 'next/headers'
import { THEME_COOKIE, themeOf } from './theme'

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Keeps the reader's choice of light or dark. Open to everybody: it touches only the reader's own cookie. */
export async function chooseTheme(form: FormData): Promise<void> {
  const jar = await cookies()
  const theme = themeOf(form.get('theme'))
  if (theme === 'system') jar.delete(THEME_COOKIE)
  else jar.set(THEME_COOKIE, theme, { maxAge: ONE_YEAR_S, sameSite: 'lax', httpOnly: true, path: '/' })
}
