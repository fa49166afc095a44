/** The partner API's own description (OpenAPI 3.1), served at /api/v1/openapi.json. */
import { QUOTED } from '@/lib/domains/calculator/calculator.input'
import { TIMELINE_KINDS } from '@/lib/domains/timeline.rule'
import { CURRENCIES } from '@/lib/kernel/money'
import { FEE_KINDS } from '@/lib/policy/fees.rule'

const text = { type: 'string' } as const
const orNull = { type: ['string', 'null'] } as const

const zoneInPath = {
  name: 'zone',
  in: 'path',
  required: true,
  description: 'An extension as A-labels or U-labels, such as `com.vn` or `公司.香港`.',
  schema: text,
}

function inQuery(name: string, description: string, required = false, schema: object = text) {
  return { name, in: 'query', required, description, schema }
}

const DATE = 'A local date of the zone, which means its first instant, or an RFC 3339 instant.'

function answers(description: string, schema: object) {
  const problem = {
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    '200': { description, content: { 'application/json': { schema } } },
    '400': { description: 'A parameter is wrong; the problem names it.', ...problem },
    '404': { description: 'No such extension.', ...problem },
    '429': { description: 'More than 120 questions a minute.', ...problem },
  }
}

const listOf = (schema: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${schema}` } })

const PATHS = {
  '/api/v1/zones': {
    get: {
      summary: 'Every extension',
      operationId: 'listZones',
      responses: answers('Extensions', listOf('ZoneSummary')),
    },
  },
  '/api/v1/zones/{zone}': {
    get: {
      summary: 'One extension with what holds there today; each value with its source and grade',
      operationId: 'getZone',
      parameters: [zoneInPath],
      responses: answers('The extension', { $ref: '#/components/schemas/ZoneSummary' }),
    },
  },
  '/api/v1/zones/{zone}/timeline': {
    get: {
      summary: 'Every date of a term that ends at `expires`, in order',
      operationId: 'getTimeline',
      parameters: [
        zoneInPath,
        inQuery('expires', DATE, true),
        inQuery('registered', `${DATE} Earlier dates are left out.`),
      ],
      responses: answers('The dates', listOf('TimelineEvent')),
    },
  },
  '/api/v1/zones/{zone}/quote': {
    get: {
      summary: 'What an operation on a name costs, line by line',
      operationId: 'getQuote',
      parameters: [
        zoneInPath,
        inQuery('name', 'A whole name of the extension, or its first label.', true),
        inQuery('operation', 'What is to be done.', true, { type: 'string', enum: [...QUOTED] }),
        inQuery('years', 'Years of a registration or renewal.', false, {
          type: 'integer',
          minimum: 1,
          default: 1,
        }),
        inQuery('on', `The day of the request; today without it. ${DATE}`),
      ],
      responses: answers('The lines', listOf('QuoteLine')),
    },
  },
}

const SCHEMAS = {
  ZoneSummary: {
    type: 'object',
    required: [
      'zone',
      'policy',
      'registry',
      'country',
      'timeZone',
      'opening',
      'idn',
      'policyFrom',
      'policyRule',
    ],
    properties: {
      zone: text,
      policy: { ...text, description: 'The zone whose policy the extension follows.' },
      registry: text,
      country: text,
      timeZone: text,
      opening: { type: 'string', enum: ['open', 'organisations only', 'closed'] },
      idn: { type: 'boolean' },
      policyFrom: { type: 'string', format: 'date' },
      policyRule: orNull,
    },
  },
  TimelineEvent: {
    type: 'object',
    required: ['kind', 'at', 'legalDay', 'rule', 'note'],
    properties: {
      kind: { type: 'string', enum: TIMELINE_KINDS.filter((kind) => kind !== 'allotment') },
      at: { type: 'string', format: 'date-time', description: 'With the offset of the zone’s time zone.' },
      legalDay: { type: 'string', format: 'date' },
      rule: { ...orNull, description: 'The rule behind the date.' },
      note: { ...orNull, description: 'Set where the date is provisional.' },
    },
  },
  QuoteLine: {
    type: 'object',
    required: ['kind', 'amount', 'currency', 'rule', 'source'],
    properties: {
      kind: { type: 'string', enum: [...FEE_KINDS] },
      amount: { type: 'integer', description: 'In the currency’s minor unit; VND has none.' },
      currency: { type: 'string', enum: Object.keys(CURRENCIES) },
      rule: text,
      years: { type: 'integer' },
      source: { ...text, description: 'What states the amount.' },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: text,
      field: text,
      rule: text,
      fields: { type: 'object', additionalProperties: text },
    },
  },
}

/** The description; `origin` is where this portal is reached. */
export function openApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Tenure partner API', version: '1' },
    servers: [{ url: origin }],
    paths: PATHS,
    components: { schemas: SCHEMAS },
  }
}
