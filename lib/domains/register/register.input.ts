import * as z from 'zod/mini'

export const domainInput = z.object({ domainId: z.uuid('field-invalid') })
