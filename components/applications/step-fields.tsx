'use client'
import type { ComponentType } from 'react'
import { type Choice, SelectInput } from '@/components/ui/select-input'
import { CONTACT_ROLES, type Step } from '@/lib/dossiers/declare/declaration.input'
import { ChoiceField, DeclaredFields, type FormView } from './declared-field'
import { CONTACT_FIELDS, DELEGATE_FIELDS, INDIVIDUAL_FIELDS, ORGANISATION_FIELDS } from './declared-fields'
import { NameServerFields } from './name-server-fields'

/** What a step knows of the rest of the dossier. */
export interface StepContext {
  readonly nameAscii: string
  readonly isOrganisation: boolean
  readonly years: readonly Choice[]
  /** Set once the invoice rests on them: they cannot change any more. */
  readonly fixedYears?: { readonly value: string; readonly text: string }
  /** Why a kind of delegate may not file, by kind. */
  readonly delegateReasons: Readonly<Record<string, string>>
}

export interface StepFieldsProps {
  form: FormView
  context: StepContext
}

function ApplicantFields({ form, context }: StepFieldsProps) {
  const { fixedYears, years } = context
  return (
    <>
      <ChoiceField name="applicantKind" words="applicantKind" form={form} />
      <ChoiceField name="filedBy" words="filedBy" form={form} />
      {fixedYears ? (
        <>
          <input type="hidden" name="years" value={fixedYears.value} />
          <p className="max-w-form text-ink-soft">{fixedYears.text}</p>
        </>
      ) : (
        <SelectInput
          id="years"
          name="years"
          label={form.fields.years?.label}
          hint={form.fields.years?.hint}
          choices={years}
          defaultValue={form.values.years ?? '1'}
          error={form.errors.years}
        />
      )}
    </>
  )
}

function DelegateFields({ form, context }: StepFieldsProps) {
  return (
    <>
      <ChoiceField name="delegateKind" words="delegateKind" form={form} reasons={context.delegateReasons} />
      <DeclaredFields specs={DELEGATE_FIELDS} form={form} />
    </>
  )
}

function HolderFields({ form, context }: StepFieldsProps) {
  return (
    <DeclaredFields specs={context.isOrganisation ? ORGANISATION_FIELDS : INDIVIDUAL_FIELDS} form={form} />
  )
}

/** Each role as the holder, or with data of its own; a style sheet shows the fields, so that it needs no script. */
function ContactsFields({ form }: StepFieldsProps) {
  return CONTACT_ROLES.map((role) => (
    <div key={role} className="group/role flex flex-col gap-4 border-t border-rule pt-4">
      <ChoiceField name={`${role}.from`} words={role} form={form} fallback="holder" />
      <div className="hidden flex-col gap-5 border-s-2 border-rule ps-4 group-has-[input[value=own]:checked]/role:flex">
        <DeclaredFields specs={CONTACT_FIELDS} form={form} prefix={`${role}.`} section={role} />
      </div>
    </div>
  ))
}

function ServersFields({ form, context }: StepFieldsProps) {
  return <NameServerFields form={form} nameAscii={context.nameAscii} />
}

/** The fields of each step. */
export const STEP_FIELDS: Readonly<Record<Step, ComponentType<StepFieldsProps>>> = {
  applicant: ApplicantFields,
  delegate: DelegateFields,
  holder: HolderFields,
  contacts: ContactsFields,
  'name-servers': ServersFields,
}
