'use client'
import * as z from 'zod/mini'
import { DeclaredFields } from '@/components/applications/declared-field'
import { CONTACT_FIELDS, type FieldSpec } from '@/components/applications/declared-fields'
import { schemaCheck } from '@/components/ui/schema-check'
import { contactInput } from '@/lib/domains/manage/manage.input'
import { ChangeForm, type ChangeFormProps } from './change-form'

const ORGANISATION: FieldSpec = {
  name: 'organisation',
  kind: 'text',
  autoComplete: 'organization',
  optional: true,
}
const [NAME, ...REST] = CONTACT_FIELDS
const IDENTITY = NAME ? [NAME, ORGANISATION] : [ORGANISATION]
const check = schemaCheck(z.omit(contactInput, { domainId: true, role: true }))

interface ContactFormProps extends ChangeFormProps {
  /** The holder's name stays: another holder is another dossier. */
  isHolder: boolean
}

/** Changes a contact of a name. */
export function ContactForm({ isHolder, ...change }: ContactFormProps) {
  return (
    <ChangeForm {...change} check={check}>
      {(form) => (
        <>
          <DeclaredFields specs={IDENTITY} form={form} readOnly={isHolder} />
          <DeclaredFields specs={REST} form={form} />
        </>
      )}
    </ChangeForm>
  )
}
