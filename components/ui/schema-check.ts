import * as z from 'zod/mini'
import type { FieldRefusal } from '@/lib/kernel/result'

/** The check that a command's input makes; of a form, when its fields are those of the input. */
export function schemaCheck(schema: z.ZodMiniType): (values: unknown) => readonly FieldRefusal[] {
  return (values: unknown) => {
    const parsed = z.safeParse(schema, values)
    if (parsed.success) return []
    return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message }))
  }
}
