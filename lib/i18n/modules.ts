import type { Locale } from './locale'

/**
 * The catalogue's modules: each is `lib/i18n/<locale>/<module>.json` and the namespace of its name.
 * A new module is one line here and one file for each language.
 */
export const MODULES = [
  'shell',
  'ui',
  'policy',
  'billing',
  'search',
  'calculator',
  'account',
  'apply',
  'names',
  'renewals',
  'authorisations',
  'inbox',
  'desk',
  'operator',
  'policies',
  'mail',
  'refusals',
  'refusals-policy',
  'refusals-names',
  'refusals-billing',
] as const
export type Module = (typeof MODULES)[number]

/** Texts of one module: sentences in ICU message format, nested by topic. */
export interface Texts {
  [key: string]: string | Texts
}

/** One import for each language, so that bundlers see which files a language needs. */
const IMPORTS: Record<Locale, (module: Module) => Promise<{ default: Texts }>> = {
  en: (module) => import(`./en/${module}.json`),
  vi: (module) => import(`./vi/${module}.json`),
  'zh-Hant-HK': (module) => import(`./zh-Hant-HK/${module}.json`),
  da: (module) => import(`./da/${module}.json`),
  ro: (module) => import(`./ro/${module}.json`),
  hi: (module) => import(`./hi/${module}.json`),
}

/**
 * All texts of a language, by module; the refusals of every module are one namespace, `refusals`. Throws when
 * a module lacks its file.
 */
export async function loadCatalogue(locale: Locale): Promise<Record<Module, Texts>> {
  const loaded = await Promise.all(
    MODULES.map(async (module) => [module, (await IMPORTS[locale](module)).default] as const),
  )
  const texts = Object.fromEntries(loaded) as Record<Module, Texts>
  const refusals = MODULES.filter((module) => module.startsWith('refusals')).map((module) => texts[module])
  return { ...texts, refusals: Object.assign({}, ...refusals) as Texts }
}
