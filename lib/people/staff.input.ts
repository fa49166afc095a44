import * as z from 'zod/mini'
import { emailInput } from './account.input'

export const roleInput = z.extend(emailInput, {
  role: z.enum(['RESELLER', 'AGENT', 'OPERATOR'], 'field-invalid'),
})
export type RoleInput = z.infer<typeof roleInput>
