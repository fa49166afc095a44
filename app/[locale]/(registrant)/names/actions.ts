'use server'
import { revalidatePath } from 'next/cache'
import { readServers, refusedServers } from '@/components/names/servers-input'
import { changeContact } from '@/lib/domains/manage/contact.command'
import { changeNameServers } from '@/lib/domains/manage/name-servers.command'
import { redirectTo } from '@/lib/i18n/redirect'
import { type FormState, formValues, refusedForm, runAction } from '@/lib/web/run-action'

interface Subject {
  domainId: string
  nameAscii: string
}

/** Changes a name's name servers and goes back to its page. */
export async function changeServers(subject: Subject, before: FormState, form: FormData): Promise<FormState> {
  const values = formValues(form)
  const changed = await runAction(changeNameServers, { domainId: subject.domainId, ...readServers(values) })
  if (!changed.ok) return refusedForm(refusedServers(changed.refusal, values), values, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/names/${encodeURIComponent(subject.nameAscii)}`)
}

/** Changes one contact of a name and goes back to its page. */
export async function changeContactData(
  { domainId, nameAscii, role }: Subject & { role: string },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  const values = formValues(form)
  const changed = await runAction(changeContact, { ...values, domainId, role })
  if (!changed.ok) return refusedForm(changed.refusal, values, before)
  revalidatePath('/', 'layout')
  return redirectTo(`/names/${encodeURIComponent(nameAscii)}`)
}
