'use client'
import * as z from 'zod/mini'
import { NameServerFields } from '@/components/applications/name-server-fields'
import type { FormCheck } from '@/components/ui/form-errors'
import { schemaCheck } from '@/components/ui/schema-check'
import { nameServersInput } from '@/lib/domains/manage/manage.input'
import { ChangeForm, type ChangeFormProps } from './change-form'
import { readServers, serverFields } from './servers-input'

const read = schemaCheck(z.omit(nameServersInput, { domainId: true }))
/** The command's own check, told of the fields of this form. */
const check: FormCheck = (values) => serverFields(read(readServers(values)), values)

/** Changes the name servers of a name. */
export function ServersForm({ nameAscii, ...change }: ChangeFormProps & { nameAscii: string }) {
  return (
    <ChangeForm {...change} check={check}>
      {(form) => <NameServerFields form={form} nameAscii={nameAscii} />}
    </ChangeForm>
  )
}
