import { expect, test } from 'vitest'
import { openApi } from './openapi'

/** Every reference in the description, and every schema it holds. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : references(inner),
  )
}

test('the description of the API refers to nothing that it does not hold', () => {
  const api = openApi('https://portal.example')
  const held = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)
  const used = references(api)
  expect(held).toEqual(expect.arrayContaining(used))
  expect(new Set(used)).toEqual(new Set(held))
  expect(Object.keys(api.paths)).toEqual([
    '/api/v1/zones',
    '/api/v1/zones/{zone}',
    '/api/v1/zones/{zone}/timeline',
    '/api/v1/zones/{zone}/quote',
  ])
})

test('each schema says what is required and that nothing else is answered', () => {
  const { schemas } = openApi('https://portal.example').components
  expect(schemas.TimelineEvent).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'at', 'legalDay', 'rule', 'note'],
    properties: { rule: { type: 'string' }, note: { type: ['string', 'null'] } },
  })
  expect(schemas.Zone).toMatchObject({
    required: expect.arrayContaining(['fees', 'periods', 'lifeAfterExpiry', 'transfer', 'terms']),
  })
  expect(JSON.stringify(schemas)).not.toContain('$schema')
})
