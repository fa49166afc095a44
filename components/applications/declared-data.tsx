import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList, type Described } from '@/components/ui/description-list'
import { CONTACT_ROLES, type Step } from '@/lib/dossiers/declare/declaration.input'
import type { DraftDeclaration } from '@/lib/dossiers/declare/declaration.rule'
import { countryName } from './country-choices'
import {
  CONTACT_FIELDS,
  DELEGATE_FIELDS,
  type FieldSpec,
  INDIVIDUAL_FIELDS,
  ORGANISATION_FIELDS,
} from './declared-fields'

type Values = Readonly<Record<string, string>>

/** What one step declares, as facts. Server only. */
export function DeclaredData({ draft, step }: { draft: DraftDeclaration; step: Step }) {
  const describe = useDescribe()
  const t = useTranslations('apply')
  const values = draft[step] ?? {}
  if (step === 'contacts') return <DeclaredContacts values={values} />
  if (step === 'name-servers') return <DeclaredServers values={values} />
  if (step === 'holder') {
    const isOrganisation = draft.applicant?.applicantKind === 'organisation'
    return (
      <DescriptionList items={describe(isOrganisation ? ORGANISATION_FIELDS : INDIVIDUAL_FIELDS, values)} />
    )
  }
  const choice = (words: string, value: string | undefined): Described => ({
    term: t(`choices.${words}.label`),
    value: value ? t(`choices.${words}.options.${value}.label`) : t('review.nothing'),
  })
  if (step === 'delegate') {
    const kind = choice('delegateKind', values.delegateKind)
    return <DescriptionList items={[kind, ...describe(DELEGATE_FIELDS, values)]} />
  }
  const years = { term: t('fields.years.label'), value: values.years ?? t('review.nothing') }
  const items = [choice('applicantKind', values.applicantKind), choice('filedBy', values.filedBy), years]
  return <DescriptionList items={items} />
}

/** Makes facts of fields. */
function useDescribe() {
  const t = useTranslations('apply')
  const locale = useLocale()
  return (specs: readonly FieldSpec[], values: Values, prefix = ''): Described[] =>
    specs
      .filter((spec) => !spec.optional || values[prefix + spec.name])
      .map((spec) => {
        const value = values[prefix + spec.name] ?? ''
        const shown = spec.kind === 'country' ? countryName(locale, value) : value
        return { term: t(`fields.${spec.text ?? spec.name}.label`), value: shown || t('review.nothing') }
      })
}

function DeclaredContacts({ values }: { values: Values }) {
  const t = useTranslations('apply')
  const describe = useDescribe()
  return CONTACT_ROLES.map((role) => (
    <div key={role} className="mb-4">
      <h3 className="mb-1 font-semibold">{t(`choices.${role}.label`)}</h3>
      {values[`${role}.from`] === 'holder' ? (
        <p className="text-ink-soft">{t('review.asHolder')}</p>
      ) : (
        <DescriptionList dense items={describe(CONTACT_FIELDS, values, `${role}.`)} />
      )}
    </div>
  ))
}

function DeclaredServers({ values }: { values: Values }) {
  const t = useTranslations('apply')
  if (values.mode === 'parking') return <p>{t('choices.mode.options.parking.label')}</p>
  const servers = [1, 2, 3, 4, 5, 6].flatMap((place) => {
    const host = values[`ns${place}`]
    return host ? [`${host} ${values[`ns${place}.addresses`] ?? ''}`.trim()] : []
  })
  if (servers.length === 0) return <p className="text-ink-soft">{t('review.nothing')}</p>
  return (
    <ul className="flex flex-col gap-1">
      {servers.map((server) => (
        <li key={server} className="font-semibold wrap-anywhere">
          {server}
        </li>
      ))}
    </ul>
  )
}
