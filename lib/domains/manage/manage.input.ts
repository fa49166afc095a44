import * as z from 'zod/mini'
import { isIpAddress } from '@/lib/kernel/ip-address'

/** At most this many name servers a name may have here. */
export const MAX_NAME_SERVERS = 6

const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

const host = z
  .string({ error: 'field-required' })
  .check(z.trim(), z.toLowerCase(), z.maxLength(253, 'field-too-long'), z.regex(HOST, 'host-invalid'))

const addresses = z.array(z.string().check(z.refine(isIpAddress, 'address-invalid')))

export const nameServersInput = z.object({
  domainId: z.uuid('field-invalid'),
  parking: z.boolean(),
  nameServers: z
    .array(z.object({ name: host, addresses: addresses.check(z.maxLength(6, 'field-too-long')) }))
    .check(z.maxLength(MAX_NAME_SERVERS, 'field-too-long')),
})

const required = (max: number) =>
  z
    .string({ error: 'field-required' })
    .check(z.trim(), z.minLength(1, 'field-required'), z.maxLength(max, 'field-too-long'))
const optional = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max, 'field-too-long')))

export const contactInput = z.object({
  domainId: z.uuid('field-invalid'),
  role: z.enum(['registrant', 'admin', 'tech', 'billing'], 'field-invalid'),
  name: required(200),
  organisation: optional(200),
  street: required(200),
  city: required(100),
  province: optional(100),
  postalCode: optional(16),
  country: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'country-invalid')),
  email: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.maxLength(254, 'field-too-long'), z.email('email-invalid')),
  phone: z
    .string({ error: 'field-required' })
    .check(z.trim(), z.regex(/^\+?[\d .()/-]{8,24}$/, 'phone-invalid')),
})
