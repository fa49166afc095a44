/** The partner API's own description (OpenAPI 3.1), served at /api/v1/openapi.json. */
import { z } from 'zod'
import { API_SCHEMAS } from '@/lib/domains/calculator/api.schema'
import { QUOTED } from '@/lib/domains/calculator/calculator.input'

const text = { type: 'string' } as const

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

const listOf = (schema: keyof typeof API_SCHEMAS) => ({
  type: 'array',
  items: { $ref: `#/components/schemas/${schema}` },
})

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
      responses: answers('The extension', { $ref: '#/components/schemas/Zone' }),
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

/** The answers as JSON Schema. Rules, grades and currencies are strings with a check that it cannot express. */
function schemas() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(API_SCHEMAS)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') jsonSchema.type = 'string'
    },
  })
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  )
}

/** The description; `origin` is where this portal is reached. */
export function openApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Tenure partner API', version: '1' },
    servers: [{ url: origin }],
    paths: PATHS,
    components: { schemas: schemas() },
  }
}
