import { getRequestConfig } from 'next-intl/server'
import { withSpareTexts } from './fallback'
import { DEFAULT_LOCALE, isLocale, type Locale } from './locale'
import { loadCatalogue, type Texts } from './modules'

/**
 * What next-intl renders a request with. English fills gaps only while developing: the checks demand that
 * every catalogue is complete, so that nobody ever reads two languages on one page.
 */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const asked = locale ?? (await requestLocale)
  const chosen: Locale = isLocale(asked) ? asked : DEFAULT_LOCALE
  return { locale: chosen, messages: await messagesFor(chosen), timeZone: 'UTC' }
})

async function messagesFor(locale: Locale): Promise<Texts> {
  const texts: Texts = await loadCatalogue(locale)
  if (process.env.NODE_ENV !== 'development' || locale === DEFAULT_LOCALE) return texts
  return withSpareTexts(texts, await loadCatalogue(DEFAULT_LOCALE))
}
