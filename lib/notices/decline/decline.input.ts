import * as z from 'zod/mini'

export const declineInput = z.object({
  token: z.string('decline-link-invalid').check(z.maxLength(400, 'decline-link-invalid')),
  earlyNotices: z.enum(['on', 'off'], 'choose-one'),
})
