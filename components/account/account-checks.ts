import * as z from 'zod/mini'
import { emailInput, passwordInput, profileInput, resetInput, signUpInput } from '@/lib/people/account.input'
import type { FormCheck } from '../ui/form-errors'
import { schemaCheck } from '../ui/schema-check'

/** What the command of each form takes of what is typed, by the form's id. */
export const ACCOUNT_CHECKS: Readonly<Record<string, FormCheck>> = {
  'sign-up': schemaCheck(z.omit(signUpInput, { locale: true })),
  forgot: schemaCheck(emailInput),
  reset: schemaCheck(z.pick(resetInput, { password: true })),
  password: schemaCheck(z.omit(passwordInput, { sessionId: true })),
  profile: schemaCheck(profileInput),
}
